use super::chips::lifts;
use super::element::tag;
use super::scene::Scene;
use compare::state::Action;
use yew::prelude::*;

/// Says that nothing passes the filters, and which one to lift, or that there is nothing.
pub(super) fn empty_result(scene: &Scene<'_>) -> Html {
    if scene.view.filter.is_empty() {
        return tag!(p class="mc-empty").text("There are no rows.").into();
    }
    let helpful = lifts(&scene.view.filter, &scene.words()).into_iter().filter_map(|(key, label, action)| {
        let rows = match action {
            Action::Lift(field) => scene.passing.count_without(field),
            _ => scene.passing.count_without_text(),
        };
        (rows > 0).then(|| (key, format!("Lift {label}: shows {}", scene.wording.count(rows)), action))
    });
    let all = ("all filters".to_owned(), "Lift all filters".to_owned(), Action::LiftAll);
    let buttons = helpful.chain([all]).map(|(key, label, action)| {
        let button = tag!(button type="button").onclick(scene.on_lift(action)).text(label);
        tag!(li).key(key).child(button).into()
    });
    tag!(div class="mc-empty")
        .child(tag!(p).text("Nothing passes all of these filters."))
        .child(tag!(ul).children(buttons))
        .into()
}
