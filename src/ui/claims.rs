use super::book::{BookPart, link};
use super::element::{Element, tag};
use compare::catalog::{Claim, Verdict};
use compare::state::Part;
use compare::units::{Gather, Text};
use yew::prelude::*;

/// The claims with their verdicts, topic by topic.
///
/// Which verdicts are shown is a matter of the style sheet; the element is told by the script that the page loads.
pub(super) fn claims(props: &BookPart) -> Html {
    let claims = &*props.book.claims;
    let topics = claims.chunk_by(|one, next| one.topic == next.topic).map(|topic| {
        let name = topic.first().map_or("", |claim| &claim.topic);
        let cards = topic.iter().map(|claim| card(props, claim));
        tag!(section class="mc-topic")
            .key(name)
            .child(props.heading(2, name))
            .child(tag!(ul class="mc-claims-of").children(cards))
            .into()
    });
    tag!(section class="mc-claims" part="claims" aria-label="Claims")
        .child(props.heading(1, "Claims, and what the figures say"))
        .child(tag!(p class="mc-about").text(summary(props)))
        .child(choice(props))
        .child(tag!(div class="mc-topics").children(topics))
        .maybe(props.explore())
        .into()
}

fn count(props: &BookPart, verdict: Verdict) -> String {
    props.wording.count(props.book.claims.iter().filter(|claim| claim.verdict == verdict).count())
}

/// How many claims there are, and how many of each verdict.
fn summary(props: &BookPart) -> String {
    let [holds, fails, disputed, unchecked] = Verdict::ALL.map(|(verdict, _)| count(props, verdict));
    let all = props.wording.count(props.book.claims.len());
    [
        &*all,
        " claims: ",
        &holds,
        " hold in our data, ",
        &fails,
        " do not, ",
        &disputed,
        " are disputed, ",
        &unchecked,
        " cannot be checked here. What holds or not is computed from the tables.",
        &props.as_of(),
    ]
    .concat()
}

/// Which verdicts are shown.
fn choice(props: &BookPart) -> Html {
    let option = |input: Element, text: String| {
        let (heard, said) = (props.heard.clone(), ["Claims shown: ", &text].concat());
        let onchange = Callback::from(move |_: Event| heard.set(said.clone().into()));
        tag!(label class="mc-option").child(input.onchange(onchange)).text(text).into()
    };
    let all = tag!(input type="radio" name="verdict" value="all" checked="");
    let all: Html = option(all, ["All ", &props.wording.count(props.book.claims.len())].concat());
    let some = Verdict::ALL.iter().map(|(verdict, word)| {
        let input = tag!(input type="radio" name="verdict"; value = *word);
        option(input, [signed(*verdict).1, " ", &count(props, *verdict)].concat())
    });
    tag!(fieldset class="mc-verdicts")
        .child(tag!(legend class="mc-unseen").text("Verdicts shown"))
        .children([all].into_iter().chain(some))
        .into()
}

/// A sign and the words for a verdict.
pub(super) fn signed(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Holds => ("✓", "Holds in our data"),
        Verdict::Fails => ("✗", "Does not hold in our data"),
        Verdict::Disputed => ("≠", "Disputed"),
        Verdict::Unchecked => ("?", "Cannot be checked here"),
    }
}

fn card(props: &BookPart, claim: &Claim) -> Html {
    let amount = props.prose(&claim.amount);
    let (sign, words) = signed(claim.verdict);
    let verdict = tag!(p class="mc-judged").child(tag!(span class="mc-sign" aria-hidden="true").text(sign)).text(words);
    let presses = props.presses(claim.press.as_slice(), &claim.id);
    tag!(li class="mc-claim" data-linked=""; id = claim.id.to_string(), data-verdict = claim.verdict.word())
        .key(&*claim.id)
        .maybe((!amount.is_empty()).then(|| tag!(p class="mc-large").text(amount)))
        .child(tag!(p class="mc-headline").text(claim.headline.to_string()))
        .child(tag!(p class="mc-credit").text(credit(props, claim)))
        .child(verdict)
        .maybe(paragraph(props.prose(&claim.found)))
        .maybe(paragraph(props.prose(&claim.note)))
        .maybe(others(props, claim, &claim.conflicts, "Other claims say otherwise:"))
        .maybe(presses)
        .maybe(related(props, claim))
        .into()
}

fn paragraph(text: String) -> Option<Element> {
    (!text.is_empty()).then(|| tag!(p).text(text))
}

/// Who is said to have found it, where and when.
pub(super) fn credit(props: &BookPart, claim: &Claim) -> String {
    let credited = if claim.credited.is_empty() { "credited to nobody" } else { "credited to " };
    let date = props.wording.0.date(claim.as_of);
    [credited, &claim.credited, " · ", &claim.page, ", as of ", &date].concat()
}

/// Claims beside a claim, with their numbers.
fn others(props: &BookPart, claim: &Claim, ids: &[Text], label: &'static str) -> Option<Html> {
    let other = |other: &Claim| {
        let place = if other.page == claim.page { ", same page" } else { ", other page" };
        let text = [&*other.headline, place].concat();
        let amount = tag!(strong).text(props.prose(&other.amount));
        tag!(li).child(amount).child(link(&other.id, text)).into()
    };
    let others = props.book.claims.iter().filter(|other| ids.contains(&other.id)).map(other);
    (!ids.is_empty()).then(|| {
        let list = tag!(ul class="mc-others").children(others);
        tag!(div).child(tag!(p).text(label)).child(list).into()
    })
}

/// The claims that say the same, and the questions that are about a claim, folded.
fn related(props: &BookPart, claim: &Claim) -> Option<Html> {
    let questions = props.book.questions.iter().filter(|question| question.claims.contains(&claim.id));
    let links: Vec<Html> =
        questions.map(|question| tag!(li).child(link(&question.id, question.question.to_string())).into()).gathered();
    let asked = (props.shows(Part::Faq) && !links.is_empty()).then(|| tag!(ul class="mc-asked").children(links));
    let same = others(props, claim, &claim.agrees, "The same elsewhere:");
    (asked.is_some() || same.is_some()).then(|| {
        let summary = tag!(summary).text("Related");
        tag!(details class="mc-related").child(summary).maybe(same).maybe(asked).into()
    })
}
