use super::element::{said, tag, text};
use super::figure_facts::{dated, source_link};
use super::scene::Scene;
use super::select::select;
use compare::catalog::{Offer, Role};
use compare::format::ratio;
use compare::query::{Field, Prices, later_own_offer, offers_by_cost};
use compare::state::Action;
use compare::units::{Gather, ranking};
use yew::prelude::*;

/// What a reader reads of the prices that may count.
pub(super) const CHOICES: [(Prices, &str); 3] = [
    (Prices::FirstParty, "Vendor first"),
    (Prices::Cheapest, "Cheapest provider"),
    (Prices::Median, "Median provider"),
];

/// The choice of the prices that count, where providers offer others.
pub(super) fn price_choice(scene: &Scene<'_>) -> Html {
    if scene.table.offers.is_empty() {
        return Html::default();
    }
    let options = CHOICES.iter().enumerate().map(|(at, (_, label))| (at.to_string().into(), (*label).into()));
    let current = CHOICES.iter().position(|(prices, _)| *prices == scene.view.prices).unwrap_or_default();
    let on_choose = scene.dispatch.reform(|at: AttrValue| {
        let chosen = at.parse().ok().and_then(|at: usize| CHOICES.get(at));
        Action::Price(chosen.map_or(Prices::FirstParty, |(prices, _)| *prices))
    });
    select("Prices", Some("mc-choice"), options.gathered(), &current.to_string().into(), &on_choose)
}

/// What all providers charge for a row, where the field is a price or worked out from prices: how far they differ, a
/// press for each way in which one of them may count, and every one from the cheapest to the dearest.
pub(super) fn offers(scene: &Scene<'_>, field: Field, row: usize) -> Html {
    let Some(price) = price_of(scene, field) else { return Html::default() };
    let mut offers = offers_by_cost(scene.table, row, &scene.view.workload);
    if offers.is_empty() {
        return Html::default();
    }
    let counts = |offer: &Offer<'_>| scene.view.prices != Prices::FirstParty && is_shown(scene, row, offer);
    if field != Field::Workload {
        // Equal prices stay in the order of what a request costs.
        let order = ranking(offers.len(), &|a, b| price(&offers[a]).total_cmp(&price(&offers[b])));
        offers = order.into_iter().map(|place| offers[place]).gathered();
    }
    let presses = CHOICES.iter().map(|(prices, label)| {
        let pressed = said(*prices == scene.view.prices);
        let button = tag!(button type="button"; aria-pressed = pressed).onclick(scene.on_press(Action::Price(*prices)));
        button.text(*label).into()
    });
    let items = offers.iter().map(|offer| item(scene, offer, counts(offer)));
    let later = later_own_offer(scene.table, row, &offers).filter(|_| scene.view.prices == Prices::FirstParty);
    let later = later.map(|offer| {
        let said = tag!(p class="mc-about").text("Its vendor’s offer in a later list differs:");
        tag!(div).child(said).child(tag!(ol).child(item(scene, offer, false)))
    });
    tag!(section class="mc-offers" aria-label="Providers")
        .child(tag!(div class="mc-presses" role="group" aria-label="Prices that count").children(presses))
        .maybe(later)
        .child(tag!(details).child(tag!(summary).text(summary(scene, &offers))).child(tag!(ol).children(items)))
        .into()
}

/// How many offers there are, and how far they disagree.
fn summary(scene: &Scene<'_>, offers: &[Offer<'_>]) -> String {
    if offers.len() == 1 {
        return "One provider's offer is known.".to_owned();
    }
    let numbers = &*scene.wording.0;
    let differ = |what: &str, price: fn(&Offer<'_>) -> f64| {
        let times = ratio(offers.iter().map(price), numbers);
        times.map(|times| format!(" {what} prices differ up to {times}\u{a0}times.")).unwrap_or_default()
    };
    let (input, output) = (differ("Input", |offer| offer.input), differ("Output", |offer| offer.output));
    format!("Offers of {} providers are known.{input}{output}", scene.wording.count(offers.len()))
}

/// One offer: who, how much, where and when that was seen.
fn item(scene: &Scene<'_>, offer: &Offer<'_>, counts: bool) -> Html {
    let words = scene.words();
    let amount = |role: Role, price: f64| {
        let column = scene.table.columns.iter().position(|column| column.role == Some(role))?;
        Some(words.figure(Field::Column(column), price))
    };
    let prices = [
        amount(Role::InputPrice, offer.input).map(|input| input + " in"),
        amount(Role::OutputPrice, offer.output).map(|output| output + " out"),
        offer.cached.and_then(|cached| amount(Role::CachedPrice, cached)).map(|cached| cached + " cached"),
    ];
    let prices: Vec<String> = prices.into_iter().flatten().gathered();
    let provider = tag!(strong).text(offer.provider.to_owned());
    let source = scene.table.sources.get(usize::from(offer.source)).map(source_link);
    let seen = tag!(small)
        .maybe(source)
        .maybe(offer.as_of.map(|date| tag!(span).text(", ").child(dated(scene.wording, scene.today, date))));
    let mark = counts.then(|| text(" (counts)"));
    tag!(li; aria-current = counts.then_some("true"))
        .child(tag!(span).child(provider).maybe(mark))
        .child(tag!(span).text(prices.join(", ")))
        .child(seen)
        .into()
}

/// Whether the table shows the prices of an offer.
fn is_shown(scene: &Scene<'_>, row: usize, offer: &Offer<'_>) -> bool {
    let shows = |role: Role, price: f64| {
        let column = scene.table.playing(role);
        let provider = column.and_then(|column| column.figure(row)).map(|figure| &*figure.provider);
        provider == Some(offer.provider) && column.and_then(|column| column.cells.number(row)) == Some(price)
    };
    shows(Role::InputPrice, offer.input) && shows(Role::OutputPrice, offer.output)
}

/// How an offer's price for a field is found; `None` where the field has nothing to do with prices.
fn price_of(scene: &Scene<'_>, field: Field) -> Option<fn(&Offer<'_>) -> f64> {
    match field.column(scene.table).map(|column| column.role) {
        Some(Some(Role::InputPrice)) => Some(|offer| offer.input),
        Some(Some(Role::OutputPrice)) => Some(|offer| offer.output),
        Some(Some(Role::CachedPrice)) => Some(|offer| offer.cached.unwrap_or(offer.input)),
        None if field == Field::Workload => Some(|offer| offer.output),
        _ => None,
    }
}
