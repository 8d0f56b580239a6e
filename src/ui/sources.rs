use super::element::{Element, all, said, tag, text};
use super::figure_facts::{dated, source_link};
use super::{Handle, Wording};
use compare::catalog::Book;
use compare::format::counted;
use compare::query::{Entry, Heading, Indexed, bibliography, ordered};
use compare::units::Date;
use std::rc::Rc;
use yew::prelude::*;

/// How many sources are shown before a reader asks for all.
const FEW: usize = 25;

/// The headings with their words, and whether the greatest comes first at the first press.
const HEADINGS: [(Heading, &str, bool); 6] = [
    (Heading::Title, "Source", false),
    (Heading::Gave, "What it gave", false),
    (Heading::Figures, "Figures", true),
    (Heading::Licence, "Licence", false),
    (Heading::Date, "Date", true),
    (Heading::Checked, "Last checked", true),
];

/// What the sources are put in order by, and whether the greatest comes first.
pub(super) type Order = (Heading, bool);

/// The order before a reader chooses another.
pub(super) const FIRST_ORDER: Order = (Heading::Figures, true);

/// What the sources are drawn from.
#[derive(PartialEq)]
pub(super) struct Sources {
    /// Every table; all of their sources are listed.
    pub tables: Handle<[Rc<Indexed>]>,
    /// The claims that are credited to some of them.
    pub book: Handle<Book>,
    pub heading_level: u8,
    /// The day on which it is read.
    pub today: Option<Date>,
    pub wording: Wording,
    /// Announces something.
    pub heard: UseStateSetter<AttrValue>,
}

/// Every source with what it gave, in an order that the reader chooses; on paper it is a list of lines.
pub(super) fn sources(props: &Sources, all_shown: &UseStateHandle<bool>, order: &UseStateHandle<Order>) -> Html {
    let Sources { tables, wording, today, .. } = props;
    let Some(first) = tables.first() else { return Html::default() };
    let entries = bibliography(tables.iter().map(|table| &***table), &props.book);
    let places = ordered(&entries, order.0, order.1, first.letters().lower);
    let heads =
        HEADINGS.iter().map(|(heading, label, descending)| head(*heading, label, *descending, order, &props.heard));
    let rows = places.iter().enumerate().filter_map(|(place, at)| {
        let entry = entries.get(*at)?;
        let cells = HEADINGS.iter().map(|(heading, label, _)| {
            let content = cell(entry, *heading, wording, *today);
            if *heading == Heading::Title {
                return tag!(th scope="row" role="rowheader").child(content).into();
            }
            let class = (*heading == Heading::Figures).then_some("mc-number");
            tag!(td role="cell"; data-label = *label, class = class).child(tag!(span).child(content)).into()
        });
        let hidden = (place >= FEW && !**all_shown).then_some("");
        Some(tag!(tr role="row"; hidden = hidden).key(&*entry.source.id).children(cells).into())
    });
    let table = tag!(table class="mc-sources" role="table")
        .child(tag!(caption class="mc-unseen").text("Sources. Column headers with buttons are sortable."))
        .child(tag!(thead role="rowgroup").child(tag!(tr role="row").children(heads)))
        .child(tag!(tbody role="rowgroup").children(rows));
    let newest = tables.iter().filter_map(|table| table.newest()).max();
    let as_of = newest.map(|date| format!(" · as of {}", wording.0.date(date))).unwrap_or_default();
    // It stays when it is pressed, and the focus in it.
    let more = (entries.len() > FEW).then(|| {
        let all_shown = all_shown.clone();
        let shown = if *all_shown { FEW } else { entries.len() };
        let label = ["Show ", if *all_shown { "only " } else { "all " }, &wording.count(shown), " sources"].concat();
        tag!(button type="button" class="mc-every"; aria-expanded = said(*all_shown))
            .onclick(Callback::from(move |_: Event| all_shown.set(!*all_shown)))
            .text(label)
    });
    tag!(section part="sources" aria-label="Sources")
        .child(Element::heading(props.heading_level + 1, "mc-heading").text("Sources"))
        .child(tag!(p class="mc-about").text(counted(wording.count(entries.len()), "sources") + &as_of))
        .child(tag!(p class="mc-about").text("A source without a date has that of its newest figure."))
        .child(table)
        .maybe(more)
        .into()
}

/// A header whose button puts the sources in another order.
fn head(
    heading: Heading,
    label: &'static str,
    descending: bool,
    order: &UseStateHandle<Order>,
    heard: &UseStateSetter<AttrValue>,
) -> Html {
    let sorted = (order.0 == heading).then_some(order.1);
    let next = (heading, sorted.map_or(descending, |descending| !descending));
    let onclick = {
        let (order, heard) = (order.clone(), heard.clone());
        Callback::from(move |_: Event| {
            order.set(next);
            heard.set(["Sources sorted by ", label, ", ", direction(next.1)].concat().into());
        })
    };
    let aria_sort = sorted.map(direction);
    let glyph = match sorted {
        Some(true) => "\u{a0}▼",
        Some(false) => "\u{a0}▲",
        None => "\u{a0}↕",
    };
    let button = tag!(button type="button").onclick(onclick).text(label);
    let glyph = tag!(span class="mc-glyph" aria-hidden="true").text(glyph);
    tag!(th scope="col" role="columnheader"; aria-sort = aria_sort).key(label).child(button.child(glyph)).into()
}

fn direction(descending: bool) -> &'static str {
    if descending { "descending" } else { "ascending" }
}

fn cell(entry: &Entry<'_>, heading: Heading, wording: &Wording, today: Option<Date>) -> Html {
    let source = entry.source;
    let date = |date: Option<Date>| date.map(|date| dated(wording, today, date));
    let known = match heading {
        Heading::Title => Some(title(entry, wording)),
        Heading::Gave => gave(entry).map(text),
        Heading::Figures if entry.figures == 0 => Some(text("none")),
        Heading::Figures => Some(text(wording.count(entry.figures))),
        Heading::Licence => (!source.licence.is_empty()).then(|| text(source.licence.to_string())),
        Heading::Date => date(entry.date),
        // In words, for nobody may have written down when it was.
        Heading::Checked => date(source.checked).or_else(|| Some(text("not noted"))),
    };
    known.unwrap_or_else(|| {
        let dash = tag!(span class="mc-missing" aria-hidden="true").text("—");
        all(vec![dash.into(), tag!(span class="mc-unseen").text("not known").into()])
    })
}

/// The title with what must be known about the source.
fn title(entry: &Entry<'_>, wording: &Wording) -> Html {
    let under = standing_of(entry, wording);
    let under = (!under.is_empty()).then(|| tag!(span class="mc-under").text(under).into());
    all(vec![source_link(entry.source), under.unwrap_or_default()])
}

/// In which source its figures were found, which pages cite it, and what must be known about it, in sentences.
pub(super) fn standing_of(entry: &Entry<'_>, wording: &Wording) -> String {
    let source = entry.source;
    let mut under: Vec<String> = Vec::new();
    if !entry.found_in.is_empty() {
        under.push(format!("Found in {}.", entry.found_in));
    }
    if !source.cited_by.is_empty() {
        let nothing = if entry.figures == 0 { "; nothing here could be traced to it" } else { "" };
        let claims = match entry.claims {
            0 => String::new(),
            1 => " for 1 claim".to_owned(),
            claims => format!(" for {} claims", wording.count(claims)),
        };
        let series = match entry.series {
            0 => "",
            _ if claims.is_empty() => " for a claimed series",
            _ => " and a claimed series",
        };
        under.push(format!("Cited by {}{claims}{series}{nothing}.", source.cited_by.join(" and ")));
    }
    if !source.note.is_empty() {
        under.push(source.note.to_string());
    }
    under.join(" ")
}

/// What a source gave, in few words: nothing of its own where figures were only found in it.
pub(super) fn gave(entry: &Entry<'_>) -> Option<String> {
    const WORDS: usize = 6;
    let words = entry.gave.get(..WORDS).unwrap_or(&entry.gave).join(", ");
    let more = entry.gave.len().saturating_sub(WORDS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!words.is_empty()).then_some(words + &more)
}
