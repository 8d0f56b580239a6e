use crate::Fallback;
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element, TextChunk};
use lol_html::{RewriteStrSettings, element, end_tag, rewrite_str, text};
use std::cell::Cell;
use std::rc::Rc;

/// Puts into each empty element of a page the fallback of the table that it names, or of the first where it names none.
///
/// Everything else of the page stays as it is, byte for byte; so do elements that hold something, and those that load
/// their data from elsewhere.
///
/// # Errors
/// Where an element names a table that is not there, or the page is no HTML that can be followed.
pub fn fill(page: &str, fallbacks: &[Fallback]) -> Result<String, RewritingError> {
    // Of the element that is open.
    let is_empty = Rc::new(Cell::new(true));
    let on_element = |element: &mut Element<'_, '_>| {
        is_empty.set(!element.has_attribute("src"));
        let html = named(element, fallbacks)?.html.clone();
        let is_empty = Rc::clone(&is_empty);
        element.on_end_tag(end_tag!(move |end| {
            if is_empty.replace(false) {
                end.before(&format!("\n{html}"), ContentType::Html);
            }
            Ok(())
        }))
    };
    let on_child = |_: &mut Element<'_, '_>| {
        is_empty.set(false);
        Ok(())
    };
    let on_text = |text: &mut TextChunk<'_>| {
        is_empty.set(is_empty.get() && text.as_str().trim().is_empty());
        Ok(())
    };
    let element_content_handlers = vec![
        element!("model-compare", on_element),
        element!("model-compare *", on_child),
        text!("model-compare", on_text),
    ];
    rewrite_str(page, RewriteStrSettings { element_content_handlers, ..RewriteStrSettings::new() })
}

/// The fallback that an element asks for.
fn named<'a>(element: &Element<'_, '_>, fallbacks: &'a [Fallback]) -> Result<&'a Fallback, String> {
    let id = element.get_attribute("table");
    let found = fallbacks.iter().find(|fallback| id.as_ref().is_none_or(|id| fallback.table == *id));
    found.ok_or_else(|| {
        let known: Vec<&str> = fallbacks.iter().map(|fallback| &*fallback.table).collect();
        let found = id.unwrap_or_default();
        format!("<model-compare> names the table `{found}`, which is not there: name one of {}", known.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(page: &str) -> String {
        fill(page, &["a", "b"].map(|id| Fallback { table: id.to_owned(), html: format!("<p>{id}</p>\n") })).unwrap()
    }

    #[test]
    fn an_empty_element_gets_the_fallback_of_its_table() {
        let page = "<p>é</p><div><model-compare weight=1 table='b'></model-compare></div>";
        let full = "<p>é</p><div><model-compare weight=1 table='b'>\n<p>b</p>\n</model-compare></div>";
        assert_eq!(filled(page), full);
    }

    #[test]
    fn an_element_without_table_gets_the_first() {
        assert_eq!(filled("<model-compare> \n</model-compare>"), "<model-compare> \n\n<p>a</p>\n</model-compare>");
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
    fn a_table_that_is_not_there_is_told_with_those_that_are() {
        let error = fill("<model-compare table=x></model-compare>", &[]).unwrap_err();
        assert!(error.to_string().contains("the table `x`, which is not there"), "{error}");
    }
}
