//! Whether the number that a claim says is the one that its rule asks for.

use crate::rule::{Bound, Rule, Test};
use compare::query::Indexed;
use compare::units::Unit;

/// Why the number of a claim, or its range, is not the one of its rule; `None` where it is, or where the two count
/// different things.
///
/// What the rule asks in percent of a whole may be the rest of what the claim says, as of a price and what it saves.
/// Between the ends of a rule's range may stand one number of the claim.
pub(crate) fn disagreement(
    value: f64,
    to: Option<f64>,
    unit: &Unit,
    rule: &Rule,
    tables: &[impl AsRef<Indexed>],
) -> Option<String> {
    let unit_of = |column: &usize| Some(&tables.get(rule.table)?.as_ref().columns.get(*column)?.unit);
    let counts_points = *unit == Unit::Percent || unit.as_str() == "points";
    let (is_same, has_rest) = match &rule.test {
        Test::PriceRatio { .. } => (unit.as_str() == "times", false),
        Test::Share { .. } | Test::PriceAtScore { .. } => (*unit == Unit::Percent, true),
        Test::BestOpen { percent, .. } => (counts_points, *percent),
        Test::ScoreDifference { .. } => (counts_points, false),
        Test::Threshold { columns, .. } => (columns.iter().all(|column| unit_of(column) == Some(unit)), false),
    };
    // A claim without a unit may count something else, such as years or models.
    let may_be_same = matches!(rule.test, Test::PriceRatio { .. } | Test::ScoreDifference { .. });
    if !(is_same || may_be_same && *unit == Unit::None) {
        return None;
    }
    let (low, high) = match rule.bound {
        Bound::AtLeast(one) | Bound::AtMost(one) | Bound::Within(one) => (one, one),
        Bound::Between(low, high) => (low, high),
    };
    let is_in = |low: f64, high: f64| match to {
        Some(to) => same(value, low) && same(to, high),
        None => same(value, low) || same(value, high) || (low..=high).contains(&value),
    };
    let is_rest = has_rest && is_in(100.0 - high, 100.0 - low);
    let is_share = to.is_none() && *unit == Unit::Percent && rule.share < 100.0 && same(value, rule.share);
    if is_in(low, high) || is_in(-high, -low) || is_rest || is_share {
        return None;
    }
    let range = |low: f64, high: f64| if same(low, high) { low.to_string() } else { format!("{low} to {high}") };
    let (says, asks) = (range(value, to.unwrap_or(value)), range(low, high));
    Some(format!("the claim says {says}, its rule asks for {asks}: write the same number in both"))
}

/// Whether two written numbers are the same, but for what reckoning in binary makes up.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}
