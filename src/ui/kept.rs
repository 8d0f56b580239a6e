use super::book::{BookPart, book_part};
use super::filter_bar::{FilterBar, filter_bar};
use super::row::{TableRow, row};
use super::sources::{FIRST_ORDER, Sources, sources};
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A piece of the widget with what it is drawn from.
#[derive(PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly all pieces are rows, the largest of them")]
pub(super) enum Piece {
    Row(TableRow),
    Filters(FilterBar),
    Book(BookPart),
    Sources(Sources),
}

#[derive(PartialEq, Properties)]
struct KeptProps {
    piece: Piece,
}

/// Draws a piece anew only when it is drawn from something else. One component draws all of them, since each component
/// weighs more than a kilobyte.
#[component]
fn Kept(props: &KeptProps) -> Html {
    // What a reader has chosen within the piece: whether all of it is shown, and in which order.
    let all = use_state_eq(|| false);
    let order = use_state_eq(|| FIRST_ORDER);
    // And what was typed there and cannot be.
    let crossed = use_state_eq(|| None);
    match &props.piece {
        Piece::Row(props) => row(props),
        Piece::Filters(props) => filter_bar(props, &all, &crossed),
        Piece::Book(props) => book_part(props),
        Piece::Sources(props) => sources(props, &all, &order),
    }
}

/// A piece that is drawn anew only when it changes; a piece of another key begins anew.
pub(super) fn kept(key: impl Into<Key>, piece: Piece) -> Html {
    html! { <Kept key={key.into()} {piece} /> }
}
