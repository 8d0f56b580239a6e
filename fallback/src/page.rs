use crate::{Fallback, Subject};
use compare::state::Setting;
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element, TextChunk};
use lol_html::{RewriteStrSettings, element, end_tag, rewrite_str, text};
use std::cell::RefCell;
use std::rc::Rc;

/// What an element asks of its table, in the order in which it is set.
pub type Wishes = [(Setting, String)];

/// A table as an element wishes it, and what was not understood of that; or why there is none.
pub type Drawn = Result<(String, Vec<String>), String>;

/// A page whose empty elements are filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The page.
    pub html: String,
    /// What was not understood of the elements that were filled, each with its line.
    pub warnings: Vec<String>,
}

/// What is not about a picture with all rows, or not said by attributes.
const UNASKED: [Setting; 4] = [Setting::Rows, Setting::Page, Setting::Highlight, Setting::Selected];

/// The name of an element.
const ELEMENT: &str = "model-compare";

/// The attribute by which a `<div>` is one.
const MARK: &str = "data-model-compare";

/// Puts into each empty element of a page the table that it names, or the first where it names none, as its attributes
/// want it, and those of the claims, questions and sources that it shows.
///
/// An element is a `<model-compare>` or a `<div data-model-compare>`. `still` draws a table as an element wishes, and
/// says what it does not understand. Everything else of the page stays as it is, byte for byte; so do elements that
/// hold something, and those that load their data from elsewhere.
///
/// # Errors
/// Where `still` draws nothing, such as a table that is not there, or the page is no HTML that can be followed.
pub fn fill(page: &str, book: &[Fallback], still: &dyn Fn(&Wishes) -> Drawn) -> Result<Filled, RewritingError> {
    // Of the elements that are open, the innermost last.
    let are_empty: Rc<RefCell<Vec<bool>>> = Rc::default();
    let warnings: Rc<RefCell<Vec<String>>> = Rc::default();
    let on_element = |element: &mut Element<'_, '_>| {
        are_empty.borrow_mut().fill(false);
        are_empty.borrow_mut().push(said(element, "src").is_none());
        let before = page.get(..element.source_location().bytes().start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let (html, told) = wanted(element, book, still).map_err(|fault| format!("line {line}: {fault}"))?;
        let (are_empty, warnings) = (Rc::clone(&are_empty), Rc::clone(&warnings));
        element.on_end_tag(end_tag!(move |end| {
            if are_empty.borrow_mut().pop() == Some(true) {
                end.before(&format!("\n{html}"), ContentType::Html);
                warnings.borrow_mut().extend(told.iter().map(|told| format!("line {line}: {told}")));
            }
            Ok(())
        }))
    };
    let on_child = |child: &mut Element<'_, '_>| {
        // An element inside another has said so by itself.
        if child.tag_name() != ELEMENT && !child.has_attribute(MARK) {
            are_empty.borrow_mut().fill(false);
        }
        Ok(())
    };
    let on_text = |text: &mut TextChunk<'_>| {
        if !text.as_str().trim().is_empty() {
            are_empty.borrow_mut().fill(false);
        }
        Ok(())
    };
    let element_content_handlers = vec![
        element!("model-compare, div[data-model-compare]", on_element),
        element!("model-compare *, div[data-model-compare] *", on_child),
        text!("model-compare, div[data-model-compare]", on_text),
    ];
    let html = rewrite_str(page, RewriteStrSettings { element_content_handlers, ..RewriteStrSettings::new() })?;
    let warnings = warnings.take();
    Ok(Filled { html, warnings })
}

/// What an element says under a name; a `<div>` under `data-` and the name alone.
fn said(element: &Element<'_, '_>, name: &str) -> Option<String> {
    let own = (element.tag_name() == ELEMENT).then(|| element.get_attribute(name)).flatten();
    own.or_else(|| element.get_attribute(&format!("data-{name}")))
}

/// What an element asks for, in the order in which it shows its parts: the table once, in place of all that follow from
/// it. And what was not understood.
fn wanted(
    element: &Element<'_, '_>,
    book: &[Fallback],
    still: &dyn Fn(&Wishes) -> Drawn,
) -> Result<(String, Vec<String>), String> {
    let asked = Setting::ALL.iter().filter(|(setting, _)| !UNASKED.contains(setting));
    let wishes: Vec<(Setting, String)> =
        asked.filter_map(|(setting, name)| Some((*setting, said(element, name)?))).collect();
    let show = said(element, "show").unwrap_or_default();
    let of_part = |name: &str| book.iter().find(|fallback| matches!(fallback.of, Subject::Part(part) if part == name));
    let mut parts: Vec<Option<&Fallback>> = Vec::new();
    for part in show.split_ascii_whitespace().map(of_part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        parts.push(None);
    }
    let (mut html, mut warnings) = (String::new(), Vec::new());
    for part in parts {
        if let Some(part) = part {
            html.push_str(&part.html);
        } else {
            let (table, told) = still(&wishes)?;
            html.push_str(&table);
            warnings.extend(told);
        }
    }
    Ok((html, warnings))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table `a`, or that which is named, and what else is asked of it.
    fn still(wishes: &Wishes) -> Drawn {
        let table = wishes.iter().find(|(setting, _)| *setting == Setting::Table);
        let table = table.map_or("a", |(_, table)| table);
        let others = wishes.iter().filter(|(setting, _)| *setting != Setting::Table);
        let others = others.map(|(setting, text)| format!(" {}={text}", setting.name())).collect::<Vec<_>>().concat();
        if table == "x" { Err("no x".to_owned()) } else { Ok((format!("<p>{table}{others}</p>\n"), Vec::new())) }
    }

    fn filled(page: &str) -> String {
        let book = ["claims", "faq"].map(|name| Fallback { of: Subject::Part(name), html: format!("<p>{name}</p>\n") });
        fill(page, &book, &still).unwrap().html
    }

    #[test]
    fn an_empty_element_gets_the_fallback_of_its_table() {
        let page = "<p>é</p><div><model-compare theme=dark table='b'></model-compare></div>";
        let full = "<p>é</p><div><model-compare theme=dark table='b'>\n<p>b</p>\n</model-compare></div>";
        assert_eq!(filled(page), full);
    }

    #[test]
    fn its_attributes_are_asked_of_the_table_under_either_name() {
        let page = "<model-compare sort='name' data-only='x y' data-sort='cost' rows=5 table=b></model-compare>";
        assert!(filled(page).contains("<p>b only=x y sort=name</p>"), "{}", filled(page));
    }

    #[test]
    fn a_div_that_becomes_an_element_is_filled_as_one() {
        let page = "<div data-model-compare data-table=b data-weight=1 table=c></div><div data-table=b></div>";
        let full = "<div data-model-compare data-table=b data-weight=1 table=c>\n<p>b weight=1</p>\n</div><div data-table=b></div>";
        assert_eq!(filled(page), full);
        assert_eq!(filled(&filled(page)), full);
        for page in ["<div data-model-compare data-src=a.json></div>", "<div data-model-compare><p>My own.</p></div>"] {
            assert_eq!(filled(page), page);
        }
    }

    #[test]
    fn of_one_in_another_the_inner_is_filled() {
        let page = "<div data-model-compare><model-compare></model-compare></div>";
        assert_eq!(filled(page), "<div data-model-compare><model-compare>\n<p>a</p>\n</model-compare></div>");
    }

    #[test]
    fn what_is_not_understood_is_told_with_its_line_where_it_is_filled() {
        let odd = |_: &Wishes| Ok((String::new(), vec!["odd".to_owned()]));
        let page = "<model-compare>Words</model-compare>\n<model-compare></model-compare>";
        assert_eq!(fill(page, &[], &odd).unwrap().warnings, ["line 2: odd"]);
    }

    #[test]
    fn an_element_without_table_gets_the_first() {
        assert_eq!(filled("<model-compare> \n</model-compare>"), "<model-compare> \n\n<p>a</p>\n</model-compare>");
    }

    #[test]
    fn claims_questions_and_sources_are_put_in_where_they_are_shown() {
        let inside = |show: &str| {
            let page = filled(&format!("<model-compare show='{show}' table=b></model-compare>"));
            let inside = page.split('>').filter(|text| text.ends_with("</p")).map(|text| text.trim_end_matches("</p"));
            inside.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(inside("claims"), "claims");
        assert_eq!(inside("faq claims"), "faq claims");
        // What follows from the table has the table.
        assert_eq!(inside("slider chart table"), "b");
        assert_eq!(inside("stats faq trends"), "b faq");
    }

    #[test]
    fn an_element_that_holds_something_is_left_alone() {
        for page in [
            "<model-compare>My own words.</model-compare>",
            "<model-compare><img src=a></model-compare>",
            "<model-compare><div><p> </p></div></model-compare>",
        ] {
            assert_eq!(filled(page), page);
        }
        assert_eq!(filled(&filled("<model-compare></model-compare>")), filled("<model-compare></model-compare>"));
    }

    #[test]
    fn each_element_is_looked_at_by_itself() {
        let page = "<model-compare>Words</model-compare><model-compare table=b></model-compare>";
        let full = "<model-compare>Words</model-compare><model-compare table=b>\n<p>b</p>\n</model-compare>";
        assert_eq!(filled(page), full);
    }

    #[test]
    fn what_only_looks_like_an_element_is_left_alone() {
        for page in [
            "<!-- <model-compare></model-compare> -->",
            "<script>const html = '<model-compare></model-compare>';</script>",
            "<p title=\"<model-compare></model-compare>\">&lt;model-compare></p>",
            "<model-compare src=\"data.json\"></model-compare>",
        ] {
            assert_eq!(filled(page), page);
        }
    }

    #[test]
    fn a_table_that_is_not_there_is_told_with_its_line() {
        let error = fill("<p>\n</p>\n<model-compare table=x></model-compare>", &[], &still).unwrap_err();
        assert!(error.to_string().contains("line 3: no x"), "{error}");
    }
}
