use super::element::tag;
use super::scene::Scene;
use compare::format;
use yew::prelude::*;

/// Whether the best score stands firm, and who else may have it; all of them unfold where the sentence names only some.
pub(super) fn ties(scene: &Scene<'_>) -> Html {
    let ties = format::ties(&scene.question(), scene.standing, &scene.words(), scene.view.cost_field());
    if ties.said.is_empty() {
        return Html::default();
    }
    let entry = |line: &String| tag!(li).text(line.clone()).into();
    let all = (!ties.all.is_empty()).then(|| {
        tag!(details).child(tag!(summary).text("All of them")).child(tag!(ul).children(ties.all.iter().map(entry)))
    });
    tag!(div class="mc-ties").child(tag!(p).text(ties.said)).maybe(all).into()
}
