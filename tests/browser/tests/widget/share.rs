//! What a reader takes along: a link, the embedding, the file of the table.

use crate::data_set;
use crate::links::{LINKED, hash_with};
use browser_tests::{Json, Key, Page, Widget, json};

fn share(page: &Page, widget: &Widget<'_>, how: &str) -> String {
    page.ask::<()>(
        "Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText: () => Promise.reject(new Error('not allowed')) },
        })",
        Vec::new(),
    );
    widget.open("Share");
    widget.press(how);
    widget.until("the text is shown", "root.querySelector('.mc-share textarea')?.value");
    widget.ask("return root.querySelector('.mc-share textarea').value")
}

#[test]
fn a_copied_link_shows_the_same_elsewhere() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.set("state", json!({ "filter": "vendor:OpenAI; text:gpt", "sort": "name", "weight": 0.25 }));
    let before = (widget.state(), widget.ids());
    let link = share(&page, &widget, "Copy link");
    assert!(link.contains("#mc="), "{link}");
    assert!(!link.contains([' ', '(', ')', '*', '"', '<']), "{link}");
    page.ask::<()>("history.replaceState(null, '', given[0])", vec![json!(link)]);
    page.reload();
    assert_eq!((page.widget().state(), page.widget().ids()), before);
}

#[test]
fn a_copied_embed_shows_exactly_the_same_view() {
    let page = Page::with(
        r#"<model-compare table="aider-polyglot" show="chart table filters" theme="dark" heading-level="2"></model-compare>"#,
    );
    let widget = page.widget();
    let ids = widget.ids();
    widget.set(
        "state",
        json!({
            "filter": "text:a%22%3C%26; vendor:OpenAI,Google,missing", "sort": "-date name", "weight": 0.25, "rows": 10,
            "columns": ["name", "cost", "value"], "only": ids[..30], "highlight": ids[..2], "cost": "seconds",
        }),
    );
    let snippet = share(&page, &widget, "Copy as embed");
    let before = (widget.state(), widget.ids(), widget.headers());
    let parts =
        "return all('[part]').map((element) => element.part.value).filter((part) => !['row', 'cell'].includes(part))";
    let parts_before: Vec<String> = widget.ask(parts);
    page.ask::<()>(
        "document.querySelector('model-compare').remove();
        const pasted = document.createRange().createContextualFragment(given[0]);
        document.body.append(pasted)",
        vec![json!(snippet)],
    );
    let widget = page.widget();
    assert_eq!((widget.state(), widget.ids(), widget.headers()), before);
    assert_eq!(widget.ask::<Vec<String>>(parts), parts_before);
    assert_eq!(widget.theme(), "dark");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn what_the_clipboard_refuses_is_told_in_short_and_stands_in_a_field_that_picks_it_whole() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    let snippet = share(&page, &widget, "Copy as embed");
    assert!(snippet.contains("<model-compare table=\"aider-polyglot\""), "{snippet}");
    let notice: String = widget.ask("return words(root.querySelector('.mc-notice'))");
    assert_eq!(notice, "This page may not write to the clipboard: copy the text below.");
    widget
        .until("the notice is read out", "words(root.querySelector('[role=status]')).startsWith('This page may not')");
    assert_eq!(widget.status(), notice, "what is read out is long");
    // From the button that was pressed the next stops of the keyboard are the two buttons below it and the field.
    page.key_times(Key::Tab, 3);
    let field: Json = widget.ask(
        "const { localName, readOnly } = focused();
        return [localName, readOnly, called(focused()).startsWith('Text to copy')]",
    );
    assert_eq!(field, json!(["textarea", true, true]));
    widget.until_drawn(
        "the text is picked whole",
        "focused().selectionStart === 0 && focused().selectionEnd === focused().value.length",
    );
    // It goes with the view that it is about.
    widget.set("state", json!({ "weight": 0.9 }));
    assert!(!widget.ask::<bool>("return root.querySelector('.mc-share textarea') !== null"));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_copied_embed_of_a_data_set_of_the_page_says_nothing_of_what_the_pasted_page_lacks() {
    let page = Page::with(
        r#"<model-compare show="table" weight="0.8" table="aider-polyglot" columns="name cost"></model-compare>"#,
    );
    let widget = page.widget();
    widget.set("data", data_set());
    widget.set("state", json!({ "columns": ["name", "price"], "sort": "price", "filter": "vendor:X", "rows": 10 }));
    let snippet = share(&page, &widget, "Copy as embed");
    let (_, element) = snippet.split_once("<model-compare").expect("an element");
    for meaningless in ["columns", "sort", "filter", "score", "cost", "table=", "src="] {
        assert!(!element.contains(&format!(" {meaningless}")), "{meaningless} in {snippet}");
    }
    for kept in [r#" show="table""#, r#" weight="0.8""#, r#" rows="10""#] {
        assert!(snippet.contains(kept), "{kept} is not in {snippet}");
    }
    let notice: String = widget.ask("return words(root.querySelector('.mc-notice'))");
    assert!(notice.contains("The data set is not part of it"), "{notice}");
}

#[test]
fn a_copied_embed_of_a_data_set_that_src_has_loaded_names_that() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let src: String = widget.ask_with(
        "host.src = URL.createObjectURL(new Blob([JSON.stringify(given[0])]));
        await host.updated;
        return host.src",
        vec![data_set()],
    );
    widget.set("state", json!({ "sort": "price" }));
    let snippet = share(&page, &widget, "Copy as embed");
    assert!(snippet.contains(&format!(r#" src="{src}""#)) && snippet.contains(r#" sort="price""#), "{snippet}");
    let notice: String = widget.ask("return words(root.querySelector('.mc-notice'))");
    assert!(!notice.contains("data set"), "{notice}");
    // What the page sets after that is its own again.
    widget.set("data", data_set());
    widget.close("Share");
    let snippet = share(&page, &widget, "Copy as embed");
    assert!(!snippet.contains(&src), "{snippet}");
}

#[test]
fn what_is_copied_is_what_the_page_finds_on_the_clipboard() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt-5", "sort": "cost", "columns": ["name", "pass-rate", "cost"] }));
    hash_with(&page, "gpt-5");
    page.ask::<()>(
        "window.copied = [];
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText: async (text) => { copied.push(text); } },
        })",
        Vec::new(),
    );
    let copy = |how: &str, said: &str| {
        widget.open("Share");
        widget.press(how);
        widget.until(how, &format!("words(root.querySelector('.mc-notice')).startsWith('{said}')"));
        widget.close("Share");
        page.ask::<String>("return copied.at(-1)", Vec::new())
    };
    let address: String = page.ask("return location.href", Vec::new());
    assert_eq!(copy("Copy link", "Copied the link."), address);
    let embed = copy("Copy as embed", "Copied the embed.");
    assert!(embed.starts_with("<script") && embed.contains("filter=\"text:gpt-5\""), "{embed}");
    let table = copy("Copy as Markdown table", "Copied the table.");
    let cells: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(cells[0][1..3], ["Model", "Solved (%)"], "{table}");
    let names: Vec<&str> = cells[2..].iter().map(|row| row[1]).collect();
    assert_eq!(names, ["gpt-5 (low)", "gpt-5 (medium)", "gpt-5 (high)"]);
}

#[test]
fn the_file_of_the_table_is_what_the_page_can_have_as_text() {
    let page = crate::aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt-5", "sort": "cost" }));
    page.ask::<()>(
        "const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; }",
        Vec::new(),
    );
    widget.open("Share");
    widget.press("Save as CSV");
    widget.until_drawn("the file is there", "window.saved");
    let [file, name, text]: [String; 3] = widget.ask("return [await saved.text(), savedAs, host.exportCsv()]");
    assert_eq!((&*name, &file), ("aider-polyglot.csv", &text));
    assert_eq!(text.lines().count(), 4, "{text}");
}
