//! Questions, and fragments of the page's address that lead to them.

use browser_tests::{Key, Page, Widget, json};

const QUESTIONS: &str = r##"<p class="long"></p><p><a href="#a-q02">Llama and GPT</a></p>
    <model-compare show="table faq claims" loading="eager"></model-compare>"##;

/// The questions that are open.
fn open(widget: &Widget<'_>) -> Vec<String> {
    widget.ask("return all('.mc-question[open]').map(({ id }) => id)")
}

/// Waits until something has the focus and is in view.
fn until_at(widget: &Widget<'_>, selector: &str) {
    let condition = format!(
        "((target) => target && root.activeElement === target && target.getBoundingClientRect().top >= 0
          && target.getBoundingClientRect().top < innerHeight)(root.querySelector('{selector}'))"
    );
    widget.until_drawn("it has the focus and is in view", &condition);
}

#[test]
fn a_question_opens_by_keyboard_and_by_mouse() {
    let page = Page::with(r#"<model-compare show="table faq"></model-compare>"#);
    let widget = page.widget();
    widget.ask::<()>("root.querySelector('#a-q03 summary').focus()");
    page.key(Key::Enter);
    assert_eq!(open(&widget), ["a-q03"]);
    widget.ask::<()>("root.querySelector('#b-q01 summary').click()");
    assert_eq!(open(&widget), ["b-q01", "a-q03"]);
}

#[test]
fn a_link_of_the_page_opens_the_question_inside() {
    let page = Page::with(QUESTIONS);
    let widget = page.widget();
    page.ask::<()>("document.querySelector('a').click()", Vec::new());
    until_at(&widget, "#a-q02 summary");
    assert_eq!(open(&widget), ["a-q02"]);
}

#[test]
fn a_page_that_is_opened_at_a_question_or_claim_shows_it() {
    let page = Page::with(QUESTIONS);
    for (hash, selector) in [("#a-q02", "#a-q02 summary"), ("#b14&mc=weight:0.7", "#b14")] {
        page.ask::<()>("history.replaceState(null, '', given[0])", vec![json!(hash)]);
        page.reload();
        until_at(&page.widget(), selector);
    }
}

#[test]
fn a_fragment_that_is_about_something_else_leaves_the_page_where_it_is() {
    let page = Page::with(QUESTIONS);
    let widget = page.widget();
    page.ask::<()>("scrollTo(0, 0); location.hash = '#weight'", Vec::new());
    page.after_frames(3);
    assert_eq!(open(&widget), [""; 0]);
    assert!(page.ask::<bool>("return scrollY === 0", Vec::new()));
}

#[test]
fn a_question_leads_to_its_claims_and_to_a_view() {
    let page = Page::with(QUESTIONS);
    let widget = page.widget();
    widget.ask::<()>("root.querySelector('#a-q02').open = true; root.querySelector('#a-q02 a[href=\"#b14\"]').click()");
    until_at(&widget, "#b14");
    widget.ask::<()>("root.querySelector('#a-q02 .mc-onward button').click(); await host.updated");
    until_at(&widget, "table");
    assert_eq!(widget.shown(), 4);
    let back: String = widget.ask("return words(root.querySelector('.mc-back'))");
    assert_eq!(back, "← Back to the question: How does Llama 3 compare to GPT-4?");
}

#[test]
fn the_number_in_an_answer_is_the_number_in_the_table() {
    let page = Page::with(QUESTIONS);
    let widget = page.widget();
    widget.ask::<()>("root.querySelector('#a-q02').open = true");
    let answer: String = widget.ask("return words(root.querySelector('#a-q02 p'))");
    widget.ask::<()>("root.querySelector('#a-q02 .mc-onward button').click(); await host.updated");
    for column in ["HumanEval", "Output price"] {
        let figures: Vec<String> = widget.column(column);
        // Who charges a price stands behind it.
        let amounts = figures.iter().filter_map(|figure| figure.split(' ').next());
        let told = amounts.filter(|amount| answer.contains(amount.trim_end_matches(".0"))).count();
        assert!(told >= 2, "{column}: {figures:?} in {answer}");
    }
}

/// Questions so far below that nothing loads them until they are asked for; a table stands above.
const FAR: &str = r#"<model-compare table="aider-polyglot" show="table" rows="10"></model-compare>
    <p class="long"></p><p class="long"></p><model-compare show="faq"></model-compare>"#;

#[test]
fn an_address_wakes_the_questions_that_wait_far_below() {
    let page = Page::with(FAR);
    page.widget();
    let far = page.element_at(1);
    assert!(!far.is_live(), "it waits until it comes near");
    page.ask::<()>("location.hash = '#a-q02'", Vec::new());
    until_at(&far, "#a-q02 summary");
    page.reload();
    until_at(&page.element_at(1), "#a-q02 summary");
}

#[test]
fn claims_and_questions_in_two_elements_lead_to_each_other() {
    let page = Page::with(
        r#"<model-compare show="claims" loading="eager"></model-compare>
        <p class="long"></p><model-compare show="faq" loading="eager"></model-compare>"#,
    );
    let (claims, questions) = (page.widget_at(0), page.widget_at(1));
    claims.ask::<()>(
        "root.querySelector('#a04 .mc-related').open = true;
        root.querySelector('#a04 a[href=\"#a-q02\"]').click()",
    );
    until_at(&questions, "#a-q02 summary");
    questions.ask::<()>("root.querySelector('#a-q02 a[href=\"#b14\"]').click()");
    until_at(&claims, "#b14");
}

#[test]
fn on_paper_every_answer_is_there_though_its_question_is_closed() {
    let page = Page::with(r#"<model-compare show="faq"></model-compare>"#);
    let widget = page.widget();
    let seen = "return all('.mc-question > p:not(.mc-credit)').filter((answer) => answer.checkVisibility()).length";
    assert_eq!(widget.ask::<usize>(seen), 0);
    if page.print_on_screen() {
        let questions: usize = widget.ask("return all('.mc-question').length");
        // A browser that cannot style what a closed question holds leaves it closed.
        let can: bool = widget.ask("return CSS.supports('selector(::details-content)')");
        assert_eq!(widget.ask::<usize>(seen), if can { questions } else { 0 });
    }
}
