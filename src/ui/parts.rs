//! The parts of the widget, and what is announced of them.

use super::Handle;
use super::app::AppProps;
use super::book::{BookPart, back};
use super::chart::{Chart, undrawn};
use super::chips::chips;
use super::compare::{comparison, picked_in_words, picked_line};
use super::element::{all, tag};
use super::empty_result::empty_result;
use super::filter_bar::FilterBar;
use super::finding::{Findings, Reached};
use super::given::{Given, Passed};
use super::hidden::{hidden, hidden_in_words};
use super::kept::{Piece, kept};
use super::narrowed::narrowed;
use super::notes::notes;
use super::pager::pager;
use super::panel::panel;
use super::scene::Scene;
use super::slider::{tradeoff_slider, winner_in_words};
use super::sort_bar::sort_bar;
use super::sources::Sources;
use super::stats::stats;
use super::table::{Look, comparison_table};
use super::ties::ties;
use super::told::{Told, place_of_hidden};
use super::trends::{price_in_words, trends};
use super::workload::workload_part;
use compare::format::{count, sorted};
use compare::query::{Field, Precision};
use compare::state::{Part, Presentation};
use compare::units::Gather;
use std::ops::RangeInclusive;
use std::rc::Rc;
use yew::prelude::*;

/// The parts that are shown, with what they are drawn from besides the scene.
pub(super) struct Parts<'a> {
    pub scene: &'a Scene<'a>,
    pub props: &'a AppProps,
    pub shown: &'a [Part],
    pub given: &'a Given,
    pub passed: &'a Rc<Passed>,
    pub told: &'a Told,
    /// The row that comes first by value.
    pub best: Option<u32>,
    /// The rows of the page, the place of the first of them, and between which places by score each stands.
    pub page: (&'a [u32], usize),
    pub ranges: &'a [Option<RangeInclusive<usize>>],
    pub look: &'a Look,
    /// Whether a narrow screen shows every column.
    pub all: &'a UseStateHandle<bool>,
    pub findings: &'a Findings,
    /// Where the slider of the score stands whose price over time is shown, and what follows from it.
    pub level: &'a UseStateHandle<u32>,
    pub reached: Option<&'a Reached>,
    /// The precision of weights whose memory is shown.
    pub precision: &'a UseStateHandle<Precision>,
    /// What claims and sources say of themselves.
    pub heard: &'a UseStateHandle<AttrValue>,
}

/// The parts that the page asks for, and behind them where a reader has gone, even where the page did not ask for it.
pub(super) fn shown(props: &AppProps) -> Vec<Part> {
    let asked = &props.presentation.parts;
    let gone = props.came.iter().map(|go| &go.part).filter(|part| !asked.contains(part));
    asked.iter().chain(gone).copied().gathered()
}

impl Parts<'_> {
    /// Whether there is a heading of the table: without it, the headings of what is there take its level.
    pub(super) fn has_header(&self) -> bool {
        self.shown.iter().any(|part| !matches!(part, Part::Claims | Part::Faq | Part::Sources))
    }

    /// All of them, each with how it came to be and what it does not show.
    pub(super) fn drawn(&self) -> impl Iterator<Item = Html> {
        let Self { scene, props, shown, .. } = self;
        shown.iter().flat_map(move |part| {
            // The table says itself why rows do not show, beneath how it is sorted.
            let is_place = *part != Part::Table && place_of_hidden(shown) == Some(*part);
            let why = if is_place { self.why() } else { Html::default() };
            [
                back(&props.book, props.came.as_ref(), *part),
                narrowed(scene, &props.own, shown, *part),
                self.part(*part),
                why,
            ]
        })
    }

    /// What is announced: how many rows there are, what was said by a part, what is picked, who wins, what a score costs.
    pub(super) fn in_words(&self) -> Vec<String> {
        let Self { scene, shown, .. } = self;
        let winner = if self.has_slider() { winner_in_words(scene, self.best) } else { String::new() };
        let can_pick = self.has_place_for_picked() || shown.contains(&Part::Chart);
        let picked = if can_pick { picked_in_words(scene, shown) } else { String::new() };
        let price = price_in_words(scene, self.reached);
        vec![self.result_in_words(), self.heard.to_string(), picked, winner, price]
    }

    fn result_in_words(&self) -> String {
        let Self { scene, passed, .. } = self;
        if !scene.notice.said.is_empty() {
            return scene.notice.said.to_string();
        }
        let rows = passed.1.len();
        let found = hidden_in_words(scene, self.told, rows);
        let shown = count(rows, scene.table.len(), &*scene.wording.0);
        let result = format!("{shown}, {}", sorted(&scene.view.sort, scene.table));
        if found.is_empty() { result } else { [&result, ". ", found.trim_end()].concat() }
    }

    fn has_slider(&self) -> bool {
        let Scene { view, presentation, .. } = self.scene;
        presentation.parts.contains(&Part::Slider) && view.score.is_some() && view.cost.is_some()
    }

    /// Whether the comparison stands at a part other than the chart.
    fn has_place_for_picked(&self) -> bool {
        self.shown.iter().any(|part| matches!(part, Part::Table | Part::Compare))
    }

    fn part(&self, part: Part) -> Html {
        let Self { scene, props, passed, .. } = self;
        match part {
            Part::Slider if self.has_slider() => tradeoff_slider(scene, self.best, passed.1.len()),
            Part::Slider => Html::default(),
            Part::Chart => self.chart(),
            Part::Filters => self.filters(),
            Part::Table => self.table(),
            Part::Workload => workload_part(scene, self.precision, &self.given.unknown, self.told),
            Part::Compare => comparison(scene, true),
            Part::Claims | Part::Faq => self.book(part),
            Part::Panel => panel(scene, &passed.1),
            Part::Stats => stats(scene, self.findings),
            Part::Trends => trends(scene, self.findings, (self.level, self.reached), &props.book),
            Part::Sources => self.sources(),
        }
    }

    fn chart(&self) -> Html {
        let Self { scene, props, passed, best, .. } = *self;
        let (Some(score), Some(cost)) = (scene.view.score, scene.view.cost_field()) else { return undrawn(scene) };
        let fields = [Field::Column(score), cost];
        let chart = html! {
            <Chart app={props.clone()} tradeoff={scene.tradeoff.clone()} passed={Handle(Rc::clone(passed))}
                standing={scene.standing.clone()} {fields} {best} today={scene.today} on_card={scene.on_card.clone()} />
        };
        // Without a table or a place of its own, the comparison stands behind the chart.
        if self.has_place_for_picked() {
            chart
        } else {
            all(vec![chart, picked_line(scene, self.shown), comparison(scene, false)])
        }
    }

    fn filters(&self) -> Html {
        let Scene { table, tradeoff, passing, view, dispatch, wording, .. } = *self.scene;
        let filters = FilterBar {
            table: table.clone(),
            tradeoff: tradeoff.clone(),
            passing: passing.clone(),
            filter: view.filter.clone(),
            score: view.score,
            cost: view.cost_field(),
            columns: view.columns.clone(),
            dispatch: dispatch.clone(),
            wording: wording.clone(),
        };
        let filters = kept("filters", Piece::Filters(filters));
        tag!(div class="mc-narrow" part="filters").child(filters).child(chips(self.scene)).into()
    }

    fn table(&self) -> Html {
        let Self { scene, shown, ranges, page: (page, first), .. } = *self;
        let rows = self.passed.1.len();
        // Without a place of its own, the comparison stands behind the table.
        let has_place = scene.presentation.parts.contains(&Part::Compare);
        let compared = if has_place { Html::default() } else { comparison(scene, false) };
        let answer = if rows == 0 {
            empty_result(scene)
        } else {
            all(vec![
                ties(scene),
                comparison_table(scene, page, ranges, first, self.look),
                notes(scene, &self.given.unknown, self.told.has_old, ranges.iter().any(Option::is_some)),
                pager(scene, rows),
            ])
        };
        // As many nodes in either case, so that the bar and the focus in it stay.
        let why = if place_of_hidden(shown) == Some(Part::Table) { self.why() } else { Html::default() };
        all(vec![sort_bar(scene, rows, self.all), why, answer, picked_line(scene, shown), compared])
    }

    /// Why rows that a reader may look for do not show.
    fn why(&self) -> Html {
        hidden(self.scene, self.told, &self.props.own, self.passed.1.len())
    }

    fn heading_level(&self) -> u8 {
        self.scene.presentation.heading_level - u8::from(!self.has_header())
    }

    fn book(&self, part: Part) -> Html {
        let Scene { tables, presentation, wording, on_go, .. } = *self.scene;
        let part = BookPart {
            part,
            book: self.props.book.clone(),
            presentation: Presentation { heading_level: self.heading_level(), ..presentation.clone() },
            wording: wording.clone(),
            newest: tables.iter().filter_map(|table| table.newest()).max(),
            on_go: on_go.clone(),
            heard: self.heard.setter(),
        };
        kept("book", Piece::Book(part))
    }

    fn sources(&self) -> Html {
        let Scene { tables, wording, today, .. } = *self.scene;
        let sources = Sources {
            tables: tables.clone(),
            book: self.props.book.clone(),
            heading_level: self.heading_level(),
            today,
            wording: wording.clone(),
            heard: self.heard.setter(),
        };
        kept("sources", Piece::Sources(sources))
    }
}
