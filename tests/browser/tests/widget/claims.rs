//! Claims with their verdicts, and the views to which they lead.

use browser_tests::{Key, Page, Widget};

const CLAIMS: &str = r#"<model-compare show="claims table"></model-compare>"#;

/// The claims that can be seen.
fn seen(widget: &Widget<'_>) -> Vec<String> {
    widget.ask("return all('.mc-claim').filter((claim) => claim.getClientRects().length > 0).map(({ id }) => id)")
}

/// Waits until what has the focus stands still in view; gives what it is.
fn arrived(widget: &Widget<'_>) -> String {
    widget.ask(
        "let [last, frames] = [NaN, 0];
        const end = performance.now() + 10_000;
        for (;;) {
          await new Promise(requestAnimationFrame);
          const focus = root.activeElement, { top, bottom } = focus?.getBoundingClientRect() ?? {};
          frames = bottom >= 0 && top <= innerHeight && top === last ? frames + 1 : 0;
          last = top;
          if (frames === 5) return focus.id || focus.part.value || focus.textContent;
          if (performance.now() > end) throw new Error(`it does not arrive: from ${top} to ${bottom}`);
        }",
    )
}

#[test]
fn a_verdict_that_is_chosen_hides_the_others_and_their_topics() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    assert_eq!(seen(&widget).len(), 56);
    widget.tick("Holds in our data");
    let holding: Vec<String> = widget.ask("return all('.mc-claim[data-verdict=holds]').map(({ id }) => id)");
    assert_eq!(seen(&widget), holding);
    let topics = "return all('.mc-topic').filter((topic) => topic.getClientRects().length > 0).length";
    assert_eq!(widget.ask::<usize>(topics), 1, "performance alone");
    widget.tick("All");
    assert_eq!(seen(&widget).len(), 56);
}

#[test]
fn the_verdicts_are_chosen_by_arrow_keys() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    widget.focus("All");
    page.key(Key::Down);
    page.key(Key::Down);
    let all_fail = "return all('.mc-claim').filter((claim) => claim.getClientRects().length > 0)
        .every((claim) => claim.dataset.verdict === 'fails')";
    assert!(widget.ask::<bool>(all_fail));
}

#[test]
fn a_press_leads_to_the_very_view_and_a_link_back() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    let press = "root.querySelector('#a04 .mc-onward button')";
    widget.ask::<()>(&format!("{press}.focus()"));
    page.key(Key::Enter);
    assert_eq!(widget.ids(), ["gpt-4-turbo", "llama-3-70b"]);
    assert_eq!(widget.column("Output price"), ["$30.00", "$3.50 via Amazon Bedrock"]);
    assert_eq!(arrived(&widget), "table");
    widget.ask::<()>("root.querySelector('.mc-back a').focus()");
    page.key(Key::Enter);
    assert_eq!(arrived(&widget), "a04");
    let hash: String = page.ask("return location.hash", Vec::new());
    assert_eq!(hash, "", "the page's address is its own");
}

#[test]
fn a_press_shows_the_prices_of_its_sentence_whatever_the_page_has_chosen() {
    let page = Page::with(
        r#"<model-compare show="claims table" prices="cheapest" workload="requests:7; input:10"></model-compare>"#,
    );
    let widget = page.widget();
    widget.press_first("#a04 .mc-onward button");
    assert_eq!(arrived(&widget), "table");
    assert_eq!(widget.column("Input price"), ["$10.00", "$2.65 via Amazon Bedrock"]);
    assert_eq!(widget.column("Output price"), ["$30.00", "$3.50 via Amazon Bedrock"]);
    widget.press_first("#b07 .mc-onward button");
    assert_eq!(arrived(&widget), "table");
    let said: String = widget.ask("return words(root.querySelector('#b07'))");
    let costs: Vec<(String, String)> = widget.names(25).into_iter().zip(widget.column("Monthly cost")).collect();
    // What is assumed and who charges it stand behind the amount.
    let cost = |name: &str| costs.iter().find(|(other, _)| other == name)?.1.split(' ').next();
    for (name, sum) in [("gpt-oss-20b", "$22.13"), ("GPT-4.1 mini", "$115.00"), ("Step 3.5 Flash", "$24.60")] {
        assert!(said.contains(&format!("{sum} for {name}")), "{name}: {said}");
        assert_eq!(cost(name), Some(sum), "{costs:?}");
    }
}

#[test]
fn where_to_go_on_leads_to_what_it_names() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    widget.press("Proprietary models such as GPT-4 and Gemini");
    assert_eq!(arrived(&widget), "table");
    let first = widget.names(3);
    assert!(first.iter().any(|name| name.starts_with("GPT-4")), "{first:?}");
    assert!(first.iter().any(|name| name.starts_with("Gemini")), "{first:?}");
    let others: Vec<String> =
        widget.names(25).into_iter().filter(|name| !name.starts_with("GPT-4") && !name.starts_with("Gemini")).collect();
    assert_eq!(others, [""; 0]);
    widget.press("Models with open weights");
    assert_eq!(arrived(&widget), "table");
    assert_eq!(widget.shown(), 84);
    assert_eq!(widget.state_of("filter"), "open-weights:yes");
    widget.press("Llama, Mistral and their rivals");
    assert_eq!(arrived(&widget), "table");
    assert_eq!(
        widget.names(25),
        ["Claude 3 Opus", "GPT-4 Turbo (2024-04-09)", "Llama 3 70B Instruct", "Mistral Large (2402)"]
    );
    widget.press("What a coding benchmark cost to run");
    assert_eq!(arrived(&widget), "table");
    assert_eq!(widget.state_of("table"), "aider-polyglot");
    assert!(widget.column("Cost of the run").iter().any(|cost| cost.starts_with('$')));
}

#[test]
fn a_press_by_mouse_shows_what_the_filter_of_a_share_counts() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    widget.ask::<()>("root.querySelector('#b19b .mc-onward button').click(); await host.updated");
    assert_eq!(widget.shown(), 18, "as many as the sentence says");
    let said: String = widget.ask("return words(root.querySelector('#b19b'))");
    assert!(said.contains("18 of 84"), "{said}");
    assert_eq!(arrived(&widget), "table");
}

#[test]
fn a_view_that_is_shown_already_is_brought_into_view_again() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    for _ in 0..2 {
        widget.ask::<()>("root.querySelector('#b14 .mc-onward button').click(); await host.updated");
        assert_eq!(arrived(&widget), "table");
        widget.ask::<()>("root.querySelector('.mc-option input').focus()");
    }
}

#[test]
fn a_conflicting_claim_is_found_though_a_filter_hides_it() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    widget.tick("Does not hold in our data");
    widget.ask::<()>("root.querySelector('#a16a a[href=\"#b04\"]').click()");
    assert_eq!(arrived(&widget), "b04");
    assert_eq!(seen(&widget).len(), 56);
}

#[test]
fn a_page_with_data_of_its_own_shows_no_claims_about_ours() {
    let page = Page::with(r#"<model-compare show="claims table faq"></model-compare>"#);
    let widget = page.widget();
    widget.set("data", crate::data_set());
    assert_eq!(widget.ask::<usize>("return all('[part=claims], [part=faq]').length"), 0);
}

#[test]
fn claims_fit_a_phone() {
    let page = Page::with(CLAIMS);
    page.resize(360);
    page.widget();
    let wide: Vec<i32> = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(wide[0] <= wide[1], "{wide:?}");
}

#[test]
fn the_way_back_is_in_view_names_its_claim_and_has_room_above_it() {
    let page = Page::with(CLAIMS);
    let widget = page.widget();
    for width in [360, 1200] {
        page.resize(width);
        widget.ask::<()>("root.querySelector('#b14 .mc-onward button').click(); await host.updated");
        assert_eq!(arrived(&widget), "table");
        let [top, bottom, height]: [f64; 3] = widget.ask(
            "const { top, bottom } = root.querySelector('.mc-back a').getBoundingClientRect();
            return [top, bottom, innerHeight]",
        );
        assert!(top >= 16.0 && bottom - top >= 24.0 && bottom < height, "{top} to {bottom} of {height}");
    }
    widget.press_first(".mc-back a");
    assert_eq!(arrived(&widget), "b14");
}

#[test]
fn the_browsers_way_back_leads_to_what_was_there_before_the_press() {
    let page = Page::with(r#"<model-compare show="claims table" link-state="mc"></model-compare>"#);
    let widget = page.widget();
    let rows = widget.shown();
    let steps: usize = page.ask("return history.length", Vec::new());
    widget.ask::<()>("root.querySelector('#b14 .mc-onward button').click(); await host.updated");
    assert_eq!(widget.shown(), 2);
    widget.until_drawn(
        "the step is taken",
        &format!("location.hash.includes('only') && history.length === {}", steps + 1),
    );
    let two = widget.ids();
    widget.ask::<()>("root.querySelector('#a04 .mc-onward button').click(); await host.updated");
    widget.until_drawn("another step is taken", &format!("history.length === {}", steps + 2));
    let others = widget.ids();
    assert_ne!(others, two);
    let are_shown = |ids: &[String]| format!("host.results.ids.join() === '{}'", ids.join(","));
    page.ask::<()>("history.back()", Vec::new());
    widget.until_drawn("the first two are shown again", &are_shown(&two));
    page.ask::<()>("history.back()", Vec::new());
    widget.until_drawn("the start is shown again", "host.results.shown > 2");
    assert_eq!(widget.shown(), rows);
    page.ask::<()>("history.go(2)", Vec::new());
    widget.until_drawn("the other two are shown again", &are_shown(&others));
}
