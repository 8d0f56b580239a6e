use super::book::{BookPart, link};
use super::element::tag;
use compare::catalog::Question;
use compare::state::Part;
use yew::prelude::*;

/// The questions; each opens on its answer.
pub(super) fn questions(props: &BookPart) -> Html {
    let questions = props.book.questions.iter().map(|question| answered(props, question));
    tag!(section class="mc-faq" part="faq" aria-label="Questions")
        .child(props.heading(1, "Questions and answers"))
        .child(
            tag!(p class="mc-about").text(["Numbers in the answers are those of the tables.", &props.as_of()].concat()),
        )
        .child(tag!(div class="mc-questions").children(questions))
        .maybe(props.explore())
        .into()
}

fn answered(props: &BookPart, question: &Question) -> Html {
    let about = props.book.claims.iter().filter(|claim| question.claims.contains(&claim.id));
    let claims = about.map(|claim| tag!(li).child(link(&claim.id, ["Claim: ", &claim.headline].concat())).into());
    let claims =
        (props.shows(Part::Claims) && !question.claims.is_empty()).then(|| tag!(ul class="mc-asked").children(claims));
    tag!(details class="mc-question" data-linked=""; id = question.id.to_string())
        .key(&*question.id)
        .child(tag!(summary).text(question.question.to_string()))
        .child(tag!(p).text(props.prose(&question.answer)))
        .child(tag!(p class="mc-credit").text(["Asked on ", &question.page].concat()))
        .maybe(claims)
        .maybe(props.presses(&question.presses, &question.id))
        .into()
}
