//! Elements that come and go.

use browser_tests::Page;

/// How many elements come and go while a driver waits for one script.
const CYCLES: u32 = 20;

/// How many such scripts run, after the first two of which memory grows no more.
const ROUNDS: usize = 25;

#[test]
fn elements_that_come_and_go_leave_nothing_behind() {
    let page = Page::open("memory.html");
    let script = "
        await customElements.whenDefined('model-compare');
        window.gone ??= [];
        for (let cycle = 0; cycle < given[0]; cycle += 1) {
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
        }
        return memory.buffer.byteLength";
    let bytes: Vec<u64> = (0..ROUNDS).map(|_| page.ask(script, vec![CYCLES.into()])).collect();
    assert!(bytes[1] > 0 && bytes[1..].iter().all(|grown| *grown == bytes[1]), "{bytes:?}");
    // Some of it goes only once the rest has gone.
    let alive = "return gone.filter((reference) => reference.deref()).length";
    page.until("nothing that is gone is alive", || {
        !page.collects_garbage() || page.ask::<usize>(alive, Vec::new()) == 0
    });
    assert_eq!(page.heard(), [""; 0]);
}
