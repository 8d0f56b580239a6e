use crate::page::Page;
use crate::server::{AXE, axe};
use serde_json::json;

/// What a page is held against: WCAG 2.2 to level AA, and what axe calls good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Scrolls until no header that sticks covers a part of a row, which axe would take for a target too small, and stays so.
const UNCOVER: &str = "
    const tables = [...document.querySelectorAll('model-compare')].map((host) => host.shadowRoot).filter(Boolean);
    const heads = () => tables.flatMap((root) => [...root.querySelectorAll('thead:has(th)')]);
    const sticks = (head) => {
      const cell = head.querySelector('th'), { top, bottom } = cell.getBoundingClientRect();
      const isAway = bottom > 0 && top > head.getBoundingClientRect().top + 1;
      return isAway && getComputedStyle(cell).position === 'sticky';
    };
    const end = performance.now() + patience;
    for (let still = 0; still < 5; still += 1) {
      if (performance.now() > end) throw new Error('a header of a table sticks for good');
      const head = heads().find(sticks);
      if (head) { head.scrollIntoView({ behavior: 'instant' }); still = 0; }
      await new Promise(requestAnimationFrame);
    }";

impl Page {
    /// What axe-core finds at fault with the page as it stands: each rule with the element that breaks it.
    pub fn violations(&self) -> Vec<String> {
        let file = axe();
        let place = file.display();
        assert!(
            file.is_file(),
            "no axe-core at `{place}`: `cargo xtask test` installs it, or set AXE to its axe.min.js"
        );
        self.ask::<()>(UNCOVER, Vec::new());
        self.ask(
            "const script = document.createElement('script');
            script.src = given[0];
            const loaded = new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
            document.head.append(script);
            await loaded;
            const { violations } = await axe.run(document, { runOnly: given[1], resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`))",
            vec![json!(AXE), json!(TAGS)],
        )
    }
}
