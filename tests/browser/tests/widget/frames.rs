//! `embed.html` in a frame, for hosts that allow nothing else.

use browser_tests::{Json, Page, json};

/// The height that the host has given the frame, in pixels; nothing where it has given none.
fn height(page: &Page) -> Option<f64> {
    page.ask("return parseFloat(document.querySelector('iframe').style.height) || null", Vec::new())
}

/// Waits until the host has made the frame as high as a comparison is.
fn until_resized(page: &Page) {
    page.ask::<()>(
        "const end = performance.now() + 15_000;
        while (!(parseFloat(document.querySelector('iframe').style.height) > 600)) {
          if (performance.now() > end) throw new Error('the frame has kept its height');
          await new Promise(requestAnimationFrame);
        }",
        Vec::new(),
    );
}

/// What a script returns that sees the frame's document as `inner`, once its widget is live.
fn within(page: &Page, script: &str) -> Json {
    page.ask(
        &format!(
            "const frame = document.querySelector('iframe');
            if (frame.contentDocument.readyState !== 'complete' || !frame.contentDocument.querySelector('model-compare')) {{
              await new Promise((resolve) => frame.addEventListener('load', resolve, {{ once: true }}));
            }}
            const inner = frame.contentDocument;
            await inner.querySelector('model-compare').updated;
            {script}"
        ),
        Vec::new(),
    )
}

#[test]
fn a_frame_takes_its_attributes_from_the_query_and_no_others() {
    let page = Page::with_frame(
        r#"<iframe src="/embed/embed.html?table=aider-polyglot&amp;weight=0.7&amp;sort=-cost+name&amp;onclick=alert(1)&amp;x=1"></iframe>"#,
    );
    let state = within(&page, "return inner.querySelector('model-compare').state");
    assert_eq!((&state["table"], &state["weight"]), (&json!("aider-polyglot"), &json!(0.7)));
    assert_eq!(state["sort"], "-cost name");
    let names = within(&page, "return inner.querySelector('model-compare').getAttributeNames().sort()");
    assert_eq!(names, json!(["sort", "table", "weight"]));
}

#[test]
fn the_host_makes_a_frame_as_high_as_what_it_shows() {
    let page = Page::with_frame(r#"<iframe height="300" src="/embed/embed.html?table=aider-polyglot"></iframe>"#);
    until_resized(&page);
    // A scroll bar that goes makes what is shown lower once more.
    within(
        &page,
        "const end = performance.now() + 10_000;
        for (;;) {
          const shown = inner.body.getBoundingClientRect().height, given = frame.clientHeight;
          if (Math.abs(given - shown) < 2 && inner.scrollingElement.scrollHeight <= given) return;
          if (performance.now() > end) throw new Error(`${given} px for ${shown}`);
          await new Promise(requestAnimationFrame);
        }",
    );
}

#[test]
fn a_frame_that_shows_less_becomes_lower() {
    let page = Page::with_frame(r#"<iframe height="300" src="/embed/embed.html?table=aider-polyglot"></iframe>"#);
    until_resized(&page);
    within(&page, "");
    page.after_frames(3);
    let before = height(&page).unwrap_or_default();
    within(&page, "inner.querySelector('model-compare').state = { rows: 5 }");
    page.ask::<()>(
        "while (parseFloat(document.querySelector('iframe').style.height) >= given[0]) {
          await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
        }",
        vec![json!(before)],
    );
}

#[test]
fn a_frame_of_another_origin_in_a_sandbox_is_resized_too() {
    let page = Page::with_frame("");
    page.ask::<()>(
        "const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts';
        frame.src = `http://localhost:${location.port}/embed/embed.html?table=aider-polyglot`;
        document.body.append(frame)",
        Vec::new(),
    );
    until_resized(&page);
}

#[test]
fn a_frame_of_another_origin_tells_its_height_to_the_origin_that_the_query_names() {
    let page = Page::with_frame("");
    page.ask::<()>(
        "const frame = document.createElement('iframe');
        const query = new URLSearchParams({ table: 'aider-polyglot', origin: location.origin });
        frame.src = `http://localhost:${location.port}/embed/embed.html?${query}`;
        frame.referrerPolicy = 'no-referrer';
        document.body.append(frame)",
        Vec::new(),
    );
    until_resized(&page);
}

#[test]
fn a_frame_tells_its_height_to_no_other_origin() {
    let page = Page::with_frame(
        r#"<iframe height="300" src="/embed/embed.html?table=aider-polyglot&amp;origin=https://elsewhere.example"></iframe>"#,
    );
    within(&page, "");
    page.after_frames(5);
    assert_eq!(height(&page), None);
}

/// The height that the frame has after a message whose parts are those of a right one but for `changed`.
fn after_message(page: &Page, changed: &str) -> String {
    page.ask(
        &format!(
            "const frame = document.querySelector('iframe');
            frame.style.height = '';
            const right = {{ type: 'model-compare:height', version: 1, height: 500 }};
            const from = {{ data: right, origin: location.origin, source: frame.contentWindow }};
            dispatchEvent(new MessageEvent('message', {{ ...from, ...{changed} }}));
            return frame.style.height"
        ),
        Vec::new(),
    )
}

#[test]
fn the_host_listens_to_its_frames_alone_and_to_no_other_message() {
    let page = Page::with_frame(r#"<iframe src="/pages/plain.html"></iframe>"#);
    assert_eq!(after_message(&page, "{}"), "500px");
    for wrong in [
        "{ origin: 'https://elsewhere.example' }",
        "{ origin: 'null' }",
        "{ source: window }",
        "{ source: null }",
        "{ data: null }",
        "{ data: 'model-compare:height' }",
        "{ data: { ...right, type: 'other:height' } }",
        "{ data: { ...right, version: 2 } }",
        "{ data: { ...right, height: NaN } }",
        "{ data: { ...right, height: Infinity } }",
        "{ data: { ...right, height: '500' } }",
    ] {
        assert_eq!(after_message(&page, wrong), "", "{wrong}");
    }
}

#[test]
fn the_host_keeps_heights_within_what_a_page_can_bear() {
    let page = Page::with_frame(r#"<iframe src="/pages/plain.html"></iframe>"#);
    assert_eq!(after_message(&page, "{ data: { ...right, height: 1e9 } }"), "20000px");
    assert_eq!(after_message(&page, "{ data: { ...right, height: -1 } }"), "0px");
}
