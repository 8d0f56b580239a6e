use super::*;
use crate::catalog::{Figure, Interval, Reporter};
use crate::units::Date;
use proptest::prelude::*;

/// What is said about a figure of 70 percent.
fn fault(spec: FigureSpec<'static>) -> String {
    cell_fault("number percent", figure(70.0, spec))
}

/// The figure of 70 percent as the table holds it.
fn taken(spec: FigureSpec<'static>) -> Figure {
    let header = sourced("name | x:number percent", &["card", "paper"]);
    let table = build(header, RUN_TIME, vec![row("a", Some(("x", figure(70.0, spec))))]).unwrap();
    table.columns[1].figure(0).unwrap().clone()
}

fn bounds(low: f64, high: f64) -> FigureSpec<'static> {
    FigureSpec { low: Some(low), high: Some(high), ..FigureSpec::default() }
}

fn trials(k: f64, n: f64) -> FigureSpec<'static> {
    FigureSpec { k: Some(k), n: Some(n), ..FigureSpec::default() }
}

const TRIALS: &str =
    "rows[0].x: `k` and `n` go together and count successes and trials: whole numbers, n at least 1, k at most n";

#[test]
fn a_figure_has_a_value() {
    for value in [None, Some(Value::Missing)] {
        assert_eq!(
            cell_fault("number", Value::Figure(Box::new(FigureSpec { value, ..FigureSpec::default() }))),
            "rows[0].x: no value: give the figure a `value`, or leave the cell out where nothing is known"
        );
    }
}

#[test]
fn the_value_of_a_figure_is_checked_like_a_plain_one() {
    assert_eq!(
        cell_fault("number percent", figure(170.0, FigureSpec::default())),
        "rows[0].x: 170 percent is out of range: it is 0 to 100"
    );
}

#[test]
fn an_interval_holds_its_value() {
    assert_eq!(
        fault(bounds(71.0, 75.0)),
        "rows[0].x: the interval from 71 to 75 does not hold the value 70: mend one of them"
    );
    assert_eq!(taken(bounds(70.0, 70.0)).interval, Interval::Bounds { low: 70.0, high: 70.0 });
}

#[test]
fn an_interval_has_two_bounds() {
    let low = FigureSpec { low: Some(64.0), ..FigureSpec::default() };
    assert_eq!(fault(low), "rows[0].x: no second bound: an interval has both `low` and `high`");
}

#[test]
fn an_interval_without_end_is_refused() {
    for spec in [bounds(f64::NEG_INFINITY, 80.0), bounds(60.0, f64::INFINITY), bounds(f64::NAN, 80.0)] {
        assert_eq!(fault(spec), "rows[0].x: expected a finite number or missing, got an infinite one or none");
    }
}

#[test]
fn trials_and_successes_are_counts_that_go_together() {
    let alone = FigureSpec { k: Some(3.0), ..FigureSpec::default() };
    for spec in [alone, trials(3.0, 2.0), trials(0.0, 0.0), trials(1.5, 3.0), trials(-1.0, 3.0), trials(1.0, 1e10)] {
        assert_eq!(fault(spec), TRIALS);
    }
}

#[test]
fn trials_hold_their_value() {
    let told = "rows[0].x: the interval from 0 to 1.7 does not hold the value 70: mend one of them";
    assert_eq!(fault(trials(0.0, 225.0)), told);
    assert_eq!(taken(trials(158.0, 225.0)).interval, Interval::Trials { k: 158, n: 225 });
}

#[test]
fn an_interval_is_given_in_one_way() {
    let both = FigureSpec { k: Some(158.0), n: Some(225.0), ..bounds(64.0, 75.8) };
    assert_eq!(fault(both), "rows[0].x: no single interval: write either `low` and `high` or `k` and `n`");
}

#[test]
fn a_figure_names_a_known_source() {
    let spec = FigureSpec { source: Some("cart".into()), ..FigureSpec::default() };
    assert_eq!(fault(spec), r#"rows[0].x.source: unknown source "cart": did you mean "card"?"#);
}

#[test]
fn a_source_that_only_ends_alike_is_not_taken_for_the_one_meant() {
    let header = sourced("name | x:number percent", &["moonshot-pricing", "mistral-pricing"]);
    let spec = FigureSpec { source: Some("my-blog-pricing".into()), ..FigureSpec::default() };
    let told = build(header, RUN_TIME, vec![row("a", Some(("x", figure(70.0, spec))))]).unwrap_err();
    assert_eq!(
        told,
        [r#"rows[0].x.source: unknown source "my-blog-pricing": known are moonshot-pricing, mistral-pricing"#]
    );
}

#[test]
fn the_date_of_a_figure_is_a_date() {
    let spec = FigureSpec { as_of: Some("May".into()), ..FigureSpec::default() };
    assert_eq!(fault(spec), r#"rows[0].x.as_of: "May" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#);
}

#[test]
fn a_figure_is_reported_by_its_vendor_or_by_somebody_else() {
    let spec = FigureSpec { reported_by: Some("me".into()), ..FigureSpec::default() };
    assert_eq!(fault(spec), r#"rows[0].x.reported_by: unknown reporter "me": known are vendor, independent"#);
}

#[test]
fn a_figure_keeps_what_makes_it_true() {
    let spec = FigureSpec {
        source: Some("paper".into()),
        as_of: Some("2026-05".into()),
        reported_by: Some("independent".into()),
        provider: Some("Azure".into()),
        note: Some("pass@2".into()),
        ..bounds(64.0, 75.8)
    };
    let figure = Figure {
        row: 0,
        interval: Interval::Bounds { low: 64.0, high: 75.8 },
        source: Some(1),
        as_of: Date::parse("2026-05").ok(),
        reported_by: Some(Reporter::Independent),
        provider: "Azure".into(),
        note: "pass@2".into(),
    };
    assert_eq!(taken(spec), figure);
}

#[test]
fn a_figure_that_says_nothing_more_than_its_number_is_not_kept() {
    let rows = vec![row("a", Some(("x", figure(70.0, FigureSpec::default()))))];
    assert_eq!(build(header("name | x:number"), RUN_TIME, rows).unwrap().columns[1].figure(0), None);
}

proptest! {
    #[test]
    fn a_proportion_lies_in_its_own_interval(n in 1_u32..3_000, share in 0.0..=1.0_f64) {
        let k = (f64::from(n) * share).round();
        for k in [0.0, k, f64::from(n)] {
            let spec = trials(k, f64::from(n));
            prop_assert_eq!(cell_faults("number percent", figure(100.0 * k / f64::from(n), spec)), [""; 0]);
        }
    }
}
