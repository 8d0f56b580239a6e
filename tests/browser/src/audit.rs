use crate::page::Page;
use crate::server::{AXE, axe};
use serde_json::json;

/// What a page is held against: WCAG 2.2 to level AA, and what axe calls good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Page {
    /// What axe-core finds at fault with the page as it stands: each rule with the element that breaks it.
    pub fn violations(&self) -> Vec<String> {
        let file = axe();
        let place = file.display();
        assert!(
            file.is_file(),
            "no axe-core at `{place}`: `cargo xtask test` installs it, or set AXE to its axe.min.js"
        );
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
