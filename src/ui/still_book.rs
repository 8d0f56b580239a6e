use super::book::BookPart;
use super::claims::{credit, signed};
use super::figure_facts::source_link;
use super::sources::{gave, standing_of};
use super::{Handle, Wording};
use compare::catalog::{Book, Claim, Question};
use compare::query::{Entry, Heading, Indexed, bibliography, ordered};
use compare::state::{Part, Presentation};
use std::rc::Rc;
use yew::prelude::*;

/// What a still picture of claims, questions or sources shows.
#[derive(Clone, PartialEq, Properties)]
pub struct StillBookProps {
    /// Claims, questions or sources; of any other part there is nothing.
    pub part: Part,
    /// What is said about the tables.
    pub book: Handle<Book>,
    /// Every table; their sources are listed.
    pub tables: Handle<[Rc<Indexed>]>,
    /// How numbers and dates are written.
    pub wording: Wording,
}

/// Claims with their verdicts, questions with their answers, or the sources, in plain HTML: for where no script runs.
///
/// It reads well without any style. Claims and questions have their ids, so that fragments lead to them.
#[component]
pub fn StillBook(StillBookProps { part, book, tables, wording }: &StillBookProps) -> Html {
    let presentation = Presentation { parts: Rc::from([*part]), ..Presentation::default() };
    let props = BookPart {
        part: *part,
        book: book.clone(),
        presentation,
        wording: wording.clone(),
        newest: tables.iter().filter_map(|table| table.newest()).max(),
        on_go: Callback::noop(),
        heard: use_state_eq(AttrValue::default).setter(),
    };
    let (label, inside) = match part {
        Part::Claims => ("Claims", claims(&props)),
        Part::Faq => ("Questions", html! { <ul>{for book.questions.iter().map(|one| question(&props, one))}</ul> }),
        Part::Sources => ("Sources", sources(tables, book, wording)),
        _ => return Html::default(),
    };
    html! { <div role="region" aria-label={label} tabindex="0"><p>{props.as_of()}</p>{inside}</div> }
}

/// The claims, topic by topic.
fn claims(props: &BookPart) -> Html {
    let topics = props.book.claims.chunk_by(|one, next| one.topic == next.topic).map(|topic| {
        let name = topic.first().map_or("", |claim| &claim.topic).to_owned();
        html! {
            <>
                <p><strong>{name}</strong></p>
                <ul>{for topic.iter().map(|one| claim(props, one))}</ul>
            </>
        }
    });
    html! { <>{for topics}</> }
}

fn claim(props: &BookPart, claim: &Claim) -> Html {
    let amount = props.prose(&claim.amount);
    let conflicts = props.book.claims.iter().filter(|other| claim.conflicts.contains(&other.id));
    let conflicts: Vec<Html> = conflicts
        .map(|other| {
            let number = props.prose(&other.amount);
            let number = if number.is_empty() { number } else { format!(" ({number})") };
            html! { <>{" "}<a href={format!("#{}", other.id)}>{other.headline.to_string()}</a>{number}{"."}</> }
        })
        .collect();
    html! {
        <li id={claim.id.to_string()}>
            if !amount.is_empty() { <strong>{amount}</strong>{": "} }
            {claim.headline.to_string()}
            {" ("}<small>{credit(props, claim)}</small>{"). "}
            <strong>{signed(claim.verdict).1}{"."}</strong>
            {format!(" {} {}", props.prose(&claim.found), props.prose(&claim.note))}
            if !conflicts.is_empty() { {" Other claims say otherwise:"}{for conflicts} }
        </li>
    }
}

fn question(props: &BookPart, question: &Question) -> Html {
    let claims = props.book.claims.iter().filter(|claim| question.claims.contains(&claim.id));
    let claims: Vec<String> = claims.map(|claim| claim.headline.to_string()).collect();
    let about = (!claims.is_empty()).then(|| format!(" It is about these claims: {}.", claims.join("; ")));
    html! {
        <li id={question.id.to_string()}>
            <strong>{question.question.to_string()}</strong>
            {" "}{props.prose(&question.answer)}
            <small>{about.unwrap_or_default()}</small>
        </li>
    }
}

/// The sources, that which gave most first.
fn sources(tables: &Handle<[Rc<Indexed>]>, book: &Book, wording: &Wording) -> Html {
    let Some(first) = tables.first() else { return Html::default() };
    let entries = bibliography(tables.iter().map(|table| &***table), book);
    let places = ordered(&entries, Heading::Figures, true, first.letters().lower);
    let items = places.into_iter().filter_map(|place| entries.get(place)).map(|entry| source(entry, wording));
    html! { <ul>{for items}</ul> }
}

/// A source with what it gave, how many figures, its licence and its dates.
fn source(entry: &Entry<'_>, wording: &Wording) -> Html {
    let source = entry.source;
    let figures = match entry.figures {
        0 => "no figures".to_owned(),
        1 => "1 figure".to_owned(),
        figures => format!("{} figures", wording.count(figures)),
    };
    let gave = gave(entry).map(|gave| format!(" ({gave})")).unwrap_or_default();
    let licence = if source.licence.is_empty() { String::new() } else { format!(", licence {}", source.licence) };
    let of_figure = if source.date.is_some() { "" } else { "newest figure of " };
    let date = entry.date.map(|date| format!(", {of_figure}{}", wording.0.date(date))).unwrap_or_default();
    let checked = source.checked.map(|date| format!(", last checked {}", wording.0.date(date))).unwrap_or_default();
    let standing = standing_of(entry, wording);
    let standing = if standing.is_empty() { standing } else { [" ", &standing].concat() };
    html! { <li>{source_link(source)}{format!(": {figures}{gave}{licence}{date}{checked}.{standing}")}</li> }
}
