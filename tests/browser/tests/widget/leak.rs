//! Elements that come and go.

use browser_tests::Page;

/// How often an element comes and goes, and after how many times nothing may grow any more.
const CYCLES: [u32; 2] = [500, 20];

#[test]
fn elements_that_come_and_go_leave_nothing_behind() {
    let page = Page::open("memory.html");
    let script = "
        const [cycles, first] = given;
        await customElements.whenDefined('model-compare');
        window.gone = [];
        let early = 0;
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const section = document.createElement('section');
          section.innerHTML = '<model-compare table=\"aider-polyglot\" rows=\"5\" loading=\"eager\"></model-compare>';
          document.body.append(section);
          const element = section.firstElementChild;
          await element.updated;
          if (cycle % 10 === 0) {
            element.state = { sort: 'name', filter: 'text:g' };
            await element.updated;
          }
          gone.push(new WeakRef(section), new WeakRef(element));
          section.remove();
          await new Promise(requestAnimationFrame);
          if (cycle + 1 === first) early = memory.buffer.byteLength;
        }
        return [early, memory.buffer.byteLength]";
    // In parts, each of which a driver waits for.
    let [early, late]: [u64; 2] = page.ask(script, CYCLES.map(Into::into).to_vec());
    assert!(early > 0 && late == early, "{early} bytes have become {late}");
    if page.collects_garbage() {
        page.after_frames(2);
        assert!(page.collects_garbage());
        let alive = "return gone.filter((reference) => reference.deref()).length";
        assert_eq!(page.ask::<usize>(alive, Vec::new()), 0, "of {} elements", CYCLES[0] * 2);
    }
}
