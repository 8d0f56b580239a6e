//! When the code does not come, or fails: there is never a hole in the page.

use browser_tests::{Page, json};

const LOADER: &str = r#"<script type="module" src="/embed/model-compare.js"></script>"#;

/// An element with a fallback of its author's.
const ELEMENT: &str = r#"<model-compare table="aider-polyglot"><table><caption>A plain table</caption><tr><th>o3</th><td>76.9</td></tr></table></model-compare>"#;

/// Makes every change of a shadow root throw from now on.
const NO_CHANGES: &str = "
    for (const name of ['insertBefore', 'appendChild', 'removeChild', 'replaceChild']) {
      const change = Node.prototype[name];
      Node.prototype[name] = function (...given) {
        if (this.getRootNode() instanceof ShadowRoot) throw new Error('the page says no');
        return change.apply(this, given);
      };
    }";

/// A page whose loader finds a file at fault.
fn delivered(fault: &str) -> Page {
    Page::bare(&format!(r#"<script type="module" src="/faults/{fault}/embed/model-compare.js"></script>{ELEMENT}"#))
}

/// The element shows its fallback and one line that leads to the help for the code, the page hears of it once, and
/// nothing else of the page is touched.
fn assert_falls_back(page: &Page, code: &str) {
    let element = page.element_at(0);
    element.until_drawn("a failure is told", "window.failures.length > 0");
    page.after_frames(2);
    assert_tells_once(page, code);
    element.ask::<()>(
        "const table = host.querySelector('table');
        if (!table.checkVisibility() || table.getBoundingClientRect().height < 20) throw new Error('no fallback');
        const { top, bottom } = root.querySelector('p').getBoundingClientRect();
        if (bottom - top < 10 || bottom > table.getBoundingClientRect().top) throw new Error('the line is not above it');
        if (host.results || host.exportCsv() || host.insights) throw new Error('it says that it lives');",
    );
}

/// One line, one event.
fn assert_tells_once(page: &Page, code: &str) {
    let [told, heading, after]: [String; 3] = page.element_at(0).ask(
        "if (failures.length !== 1) throw new Error(failures.map(({ detail }) => JSON.stringify(detail)).join());
        const [{ detail, target, bubbles, composed }] = failures;
        if (target !== host || !bubbles || !composed || !detail.message) throw new Error('the event is not as promised');
        const lines = [...root.children].filter((child) => child.matches('p'));
        if (lines.length !== 1 || words(lines[0]).length < 20) throw new Error(`lines: ${lines.map(words)}`);
        const [link, ...others] = lines[0].querySelectorAll('a');
        const loader = document.querySelector('script[type=module]').src;
        if (others.length || link.href !== new URL(`help.html#${detail.code}`, loader).href) throw new Error(link.href);
        let rejected = false;
        host.updated.catch(() => { rejected = true; });
        await new Promise(requestAnimationFrame);
        if (rejected) throw new Error('updated rejects');
        return [detail.code, words(document.querySelector('h1')), words(document.querySelector('.after'))]",
    );
    assert_eq!([told.as_str(), &heading, &after], [code, "An article", "What follows."]);
    let left: usize = page.ask("return document.querySelectorAll('link[rel=modulepreload]').length", Vec::new());
    assert_eq!(left, 0, "the head of the page keeps what was put there");
}

/// Nothing was thrown at the page.
fn assert_quiet(page: &Page) {
    let loud = |line: &String| line.starts_with("rejected:") || line.starts_with("error:");
    assert!(!page.heard().iter().any(loud), "{:?}", page.heard());
}

fn assert_fault_gives(fault: &str, code: &str) {
    let page = delivered(fault);
    assert_falls_back(&page, code);
    assert_quiet(&page);
}

#[test]
fn a_policy_that_allows_no_webassembly_leaves_the_fallback() {
    let page = Page::open("no-wasm.html");
    assert_falls_back(&page, "csp");
    assert_quiet(&page);
}

#[test]
fn a_policy_that_allows_no_connection_leaves_the_fallback() {
    let page = Page::open("no-connection.html");
    assert_falls_back(&page, "csp");
    assert_quiet(&page);
}

#[test]
fn what_the_policy_refuses_to_somebody_else_is_not_what_stops_the_widget() {
    let policed = "<script>
        const policy = Object.assign(document.createElement('meta'), {
          httpEquiv: 'Content-Security-Policy', content: \"connect-src 'self'\",
        });
        document.head.append(policy);
        // Whenever the loader asks for something, so does a script that counts visitors.
        const ask = window.fetch;
        window.fetch = (...given) => { ask('https://visitors.example/').catch(() => {}); return ask(...given); };
      </script>";
    let loader = LOADER.replace("/embed/", "/faults/wasm/missing/embed/");
    let page = Page::bare(&format!("{policed}{loader}{ELEMENT}"));
    assert_falls_back(&page, "network");
}

#[test]
fn code_that_is_not_there_leaves_the_fallback() {
    assert_fault_gives("code/missing", "network");
}

#[test]
fn wasm_that_is_not_there_leaves_the_fallback() {
    assert_fault_gives("wasm/missing", "network");
}

#[test]
fn code_that_cannot_be_reached_leaves_the_fallback() {
    assert_fault_gives("code/unreachable", "network");
}

#[test]
fn wasm_that_cannot_be_reached_leaves_the_fallback() {
    assert_fault_gives("wasm/unreachable", "network");
}

#[test]
fn altered_code_is_not_run() {
    assert_fault_gives("code/altered", "integrity");
}

#[test]
fn altered_wasm_is_not_run() {
    assert_fault_gives("wasm/altered", "integrity");
}

#[test]
fn wasm_that_was_cut_off_is_not_run() {
    assert_fault_gives("wasm/cut", "integrity");
}

#[test]
fn a_page_in_place_of_the_wasm_leaves_the_fallback() {
    assert_fault_gives("wasm/page-instead", "integrity");
}

#[test]
fn a_page_in_place_of_the_code_leaves_the_fallback() {
    assert_fault_gives("code/page-instead", "mime");
}

#[test]
fn code_that_is_sent_as_text_leaves_the_fallback() {
    assert_fault_gives("code/as-text", "mime");
}

#[test]
fn wasm_that_is_sent_as_something_else_works() {
    for fault in ["wasm/as-bytes", "wasm/as-page"] {
        let page = delivered(fault);
        assert_eq!(page.widget().count(), "69 rows");
        let failures: usize = page.ask("return failures.length", Vec::new());
        assert_eq!(failures, 0, "{fault}");
        assert_quiet(&page);
    }
}

#[test]
fn a_browser_without_webassembly_shows_the_fallback() {
    let page = Page::bare(&format!("<script>delete window.WebAssembly</script>{LOADER}{ELEMENT}"));
    assert_falls_back(&page, "unsupported");
    assert_quiet(&page);
}

#[test]
fn a_browser_without_adopted_style_sheets_shows_the_fallback() {
    let without =
        "<script>for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets</script>";
    let page = Page::bare(&format!("{without}{LOADER}{ELEMENT}"));
    assert_falls_back(&page, "unsupported");
    assert_quiet(&page);
}

#[test]
fn a_file_that_fails_to_come_once_is_asked_for_again() {
    for file in ["code", "wasm"] {
        let page = delivered(&format!("{file}/missing-once"));
        assert_eq!(page.widget().count(), "69 rows", "{file}");
        assert_eq!(page.ask::<usize>("return failures.length", Vec::new()), 0, "{file}");
    }
}

#[test]
fn a_file_that_comes_late_is_asked_for_when_the_element_is_touched_and_its_failure_is_told_no_more() {
    let page = delivered("wasm/missing-until-mended");
    assert_falls_back(&page, "network");
    let element = page.element_at(0);
    element.ask::<()>(
        "await fetch('/faults/mended');
        host.dispatchEvent(new PointerEvent('pointerenter'))",
    );
    element.until_drawn("it is live", "host.results");
    let said: usize = element.ask("return [...root.children].filter((child) => child.matches('p')).length");
    assert_eq!((said, page.ask::<usize>("return failures.length", Vec::new())), (0, 1));
}

#[test]
fn who_follows_the_link_of_a_failure_keeps_it_while_the_network_stays_away() {
    let page = delivered("wasm/missing-until-mended");
    assert_falls_back(&page, "network");
    let element = page.element_at(0);
    let asked = || page.asked_for().iter().filter(|path| path.contains(".wasm")).count();
    let first = asked();
    element.ask::<()>("window.link = root.querySelector('p a'); link.focus()");
    page.until("the focus has it asked for again", || asked() > first);
    // Each time it is asked for three times at most, and while one lasts a touch begins no other: a fourth request shows
    // that the one of the focus has failed.
    page.until("that has failed, too", || {
        element.ask::<()>("host.dispatchEvent(new PointerEvent('pointerenter'))");
        asked() > first + 3
    });
    assert!(element.ask::<bool>("return root.activeElement === link && link.isConnected"));
    assert_eq!(page.ask::<usize>("return failures.length", Vec::new()), 1);
}

#[test]
fn what_the_network_is_not_to_blame_for_is_not_asked_for_again() {
    let page = delivered("code/as-text");
    assert_falls_back(&page, "mime");
    let asked = page.asked_for();
    page.element_at(0).ask::<()>("host.dispatchEvent(new PointerEvent('pointerenter'))");
    page.after_frames(3);
    assert_eq!(page.asked_for(), asked);
}

#[test]
fn a_page_that_lets_nothing_be_added_inside_has_its_fallback_and_hears_of_it() {
    let refused = "<script>addEventListener('DOMContentLoaded', () => {
        const { append } = ShadowRoot.prototype;
        ShadowRoot.prototype.append = function (...nodes) {
          if (nodes.some((node) => node.className === 'mc-mount')) throw new Error('the page says no');
          return append.apply(this, nodes);
        };
      })</script>";
    let page = Page::bare(&format!("{refused}{LOADER}{ELEMENT}"));
    assert_falls_back(&page, "panic");
}

/// A page of one origin with the loader of another, at a path of it.
fn from_elsewhere(path: &str) -> Page {
    let page = Page::open("elsewhere.html");
    page.ask::<()>(
        "window.failures = [];
        document.addEventListener('model-compare:error', (event) => window.failures.push(event));
        const script = document.createElement('script');
        script.type = 'module';
        script.src = `http://localhost:${location.port}${given[0]}/embed/model-compare.js`;
        const there = new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
        document.head.append(script);
        await there",
        vec![json!(path)],
    );
    page
}

#[test]
fn a_page_may_have_its_script_from_elsewhere_with_the_policy_that_the_readme_asks_for() {
    let page = from_elsewhere("");
    assert_eq!(page.widget().count(), "69 rows");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn files_of_another_origin_that_pages_may_not_have_leave_the_fallback() {
    for file in ["code", "wasm"] {
        assert_falls_back(&from_elsewhere(&format!("/faults/{file}/unshared")), "network");
    }
}

#[test]
fn a_page_that_is_opened_as_a_file_shows_what_stands_inside() {
    let page = Page::of_a_file(&format!("<h1>An article</h1>{LOADER}{ELEMENT}"));
    let seen: bool = page.ask(
        "const table = document.querySelector('model-compare table');
        return table.checkVisibility() && table.getBoundingClientRect().height > 20",
        Vec::new(),
    );
    assert!(seen);
}

#[test]
fn the_help_speaks_of_every_failure() {
    let page = Page::with("");
    page.ask::<()>(
        "const types = await (await fetch('/embed/model-compare.d.ts')).text();
        const codes = types.match(/type ErrorCode = (.*);/)[1].match(/\\w+/g);
        const help = new DOMParser().parseFromString(await (await fetch('/embed/help.html')).text(), 'text/html');
        if (codes.length < 8) throw new Error(codes.join());
        for (const code of codes) if (!help.getElementById(code)) throw new Error(`no help for ${code}`)",
        Vec::new(),
    );
}

#[test]
fn without_its_script_the_page_shows_the_fallback() {
    let page = Page::bare(ELEMENT);
    page.ask::<()>(
        "const table = document.querySelector('model-compare table');
        if (!table.checkVisibility() || table.getBoundingClientRect().height < 20) throw new Error('no fallback')",
        Vec::new(),
    );
}

#[test]
fn where_scripts_are_off_the_demo_page_shows_its_tables_and_their_sources() {
    // A sandbox runs no script at all, neither the page's nor the loader.
    let page =
        Page::bare(r#"<iframe src="/index.html" sandbox="allow-same-origin" width="1000" height="800"></iframe>"#);
    page.ask::<()>(
        "const { contentDocument } = document.querySelector('iframe');
        // A page is loaded once its frames are.
        if (contentDocument.readyState !== 'complete') throw new Error('the frame is not there');
        const elements = [...contentDocument.querySelectorAll('model-compare')];
        if (elements.length === 0 || elements.some((element) => element.shadowRoot)) throw new Error('a script has run');
        const tables = elements.flatMap((element) => [...element.querySelectorAll('table')]);
        if (tables.length < 2) throw new Error('no tables');
        for (const table of tables) {
          if (!table.checkVisibility() || table.getBoundingClientRect().height < 200) throw new Error('no fallback');
          if (!table.caption.textContent.trim() || !table.closest('model-compare').querySelector('a[href^=http]')) {
            throw new Error('no caption or no source');
          }
        }",
        Vec::new(),
    );
}

#[test]
fn a_panic_brings_the_fallback_back() {
    let page = Page::bare(&format!("{LOADER}{ELEMENT}"));
    let widget = page.widget();
    widget.ask::<()>(&format!("{NO_CHANGES} host.state = {{ page: 2 }};"));
    assert_falls_back(&page, "panic");
}

#[test]
fn a_panic_before_the_first_view_leaves_the_fallback() {
    let panicky = format!("<script>addEventListener('DOMContentLoaded', () => {{ {NO_CHANGES} }})</script>");
    let page = Page::bare(&format!("{panicky}{LOADER}{ELEMENT}"));
    assert_falls_back(&page, "panic");
}

#[test]
fn after_a_panic_what_was_drawn_stays_readable_where_there_is_nothing_else() {
    let page = Page::bare(&format!(r#"{LOADER}<model-compare table="aider-polyglot"></model-compare>"#));
    let widget = page.widget();
    let names = widget.names(5);
    widget.ask::<()>(&format!("{NO_CHANGES} host.state = {{ page: 2 }};"));
    widget.until_drawn("a failure is told", "window.failures.length > 0");
    assert_tells_once(&page, "panic");
    widget.ask::<()>(
        "const drawn = root.querySelector('.mc-mount'), { height } = drawn.getBoundingClientRect();
        if (!drawn.checkVisibility() || height < 300 || !drawn.inert) throw new Error('not readable and inert')
        if (getComputedStyle(drawn).visibility !== 'visible') throw new Error('hidden')",
    );
    assert_eq!(widget.names(5), names);
}

#[test]
fn a_panic_of_one_element_is_told_by_all_and_by_those_that_come_later() {
    let page = Page::bare(&format!("{LOADER}{ELEMENT}{ELEMENT}"));
    let (first, second) = (page.widget_at(0), page.widget_at(1));
    first.ask::<()>(&format!("{NO_CHANGES} host.state = {{ page: 2 }};"));
    second.until_drawn("both failures are told", "window.failures.length === 2");
    first.ask::<()>("document.body.append(host.cloneNode(true))");
    page.element_at(2).scroll_to();
    second.until_drawn("the third failure is told", "window.failures.length === 3");
    for place in 0..3 {
        page.element_at(place).ask::<()>(
            "if (root.querySelectorAll('p[part=status] a[href$=\"help.html#panic\"]').length !== 1) throw new Error('no line');
            if (!host.querySelector('table').checkVisibility()) throw new Error('no fallback');
            host.state = { page: 2 }; host.weight = 0.2; host.data = undefined;
            await Promise.race([host.updated, new Promise(requestAnimationFrame)])",
        );
    }
    let codes: Vec<String> = page.ask("return failures.map(({ detail }) => detail.code)", Vec::new());
    assert_eq!(json!(codes), json!(["panic", "panic", "panic"]));
}

#[test]
fn a_data_set_that_arrives_after_a_panic_changes_nothing() {
    let page = Page::bare(&format!("{LOADER}{ELEMENT}"));
    let widget = page.widget();
    // The server sends half of it before and half after; the request does not hear that it is given up.
    widget.ask_with::<()>(
        &format!(
            "const text = new TextEncoder().encode(JSON.stringify(given[0])), half = text.length / 2 | 0;
            const body = new ReadableStream({{ start(stream) {{
              stream.enqueue(text.slice(0, half));
              window.arrive = () => {{ stream.enqueue(text.slice(half)); stream.close(); }};
            }} }});
            window.fetch = () => Promise.resolve(new Response(body, {{ headers: {{ 'content-length': text.length }} }}));
            host.src = '/slow.json';
            while (!root.querySelector('p')?.textContent.includes('%')) await new Promise(requestAnimationFrame);
            {NO_CHANGES}
            host.state = {{ page: 2 }};"
        ),
        vec![crate::data_set()],
    );
    widget.until_drawn("a failure is told", "window.failures.length > 0");
    let before: String = widget.ask("return root.innerHTML");
    page.ask::<()>("arrive()", Vec::new());
    page.after_frames(5);
    assert_eq!(widget.ask::<String>("return root.innerHTML"), before);
    assert_falls_back(&page, "panic");
}
