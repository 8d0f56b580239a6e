//! Which fields tell something of the rows that are compared, and under which heading.

use crate::ui::scene::Scene;
use compare::catalog::{Kind, Table};
use compare::query::Field;
use compare::units::{Gather, Unit};

/// Figures under a heading.
pub(super) type Group = (&'static str, Vec<Field>);

/// The fields of a table, by what they tell of the rows that are compared.
pub(super) struct Sorted {
    /// Those in which the rows differ, and those of the trade-off.
    pub groups: Vec<Group>,
    /// Those in which they agree.
    pub agreeing: Vec<Field>,
    /// Scores that only one row has.
    pub single: Vec<Field>,
    /// Those that are known of none.
    pub unknown: Vec<Field>,
}

impl Sorted {
    /// All that are shown, in reading order.
    pub(super) fn shown(&self) -> impl Iterator<Item = Field> {
        let groups = self.groups.iter().flat_map(|(_, fields)| fields);
        groups.chain(&self.agreeing).chain(&self.single).copied()
    }
}

/// The fields of the table that is shown, sorted out for some of its rows.
pub(super) fn sorted_out(scene: &Scene<'_>, rows: &[usize]) -> Sorted {
    let table: &Table = scene.table;
    let lead = [scene.view.score.and(scene.view.cost).map(|_| Field::Value), scene.view.score.map(Field::Column)];
    let lead: Vec<Field> = lead.into_iter().chain([scene.view.cost_field()]).flatten().gathered();
    let workload = table.has_workload().then_some(Field::Workload);
    let others = workload.into_iter().chain((0..table.columns.len()).map(Field::Column));
    let others = others.filter(|field| field.id(table) != "name" && !lead.contains(field));
    let groups = ["Trade-off", "Prices", "Scores", "Facts"].map(|title| (title, Vec::new()));
    let mut sorted = Sorted { groups: groups.into(), agreeing: Vec::new(), single: Vec::new(), unknown: Vec::new() };
    for field in lead.iter().copied().chain(others) {
        let cell = |row: &usize| scene.words().cell(&scene.question(), field, *row);
        let texts: Vec<Option<String>> = rows.iter().map(cell).gathered();
        let known = texts.iter().flatten().count();
        let agree = texts.iter().all(|text| Some(text) == texts.first()) && have_same_number(scene, field, rows);
        let group = place_of(field, table);
        let list = if known == 0 {
            &mut sorted.unknown
        } else if lead.contains(&field) {
            &mut sorted.groups[0].1
        } else if agree {
            &mut sorted.agreeing
        } else if known == 1 && group == SCORES {
            &mut sorted.single
        } else {
            &mut sorted.groups[group].1
        };
        list.push(field);
    }
    sorted.groups.retain(|(_, fields)| !fields.is_empty());
    sorted
}

/// Whether the numbers of a field are equal, and not only written alike.
fn have_same_number(scene: &Scene<'_>, field: Field, rows: &[usize]) -> bool {
    let measure = scene.question().measure(field);
    let first = rows.first().and_then(|row| measure.get(*row));
    rows.iter().all(|row| measure.get(*row) == first)
}

/// The place of the group of prices, scores and facts.
const PRICES: usize = 1;
const SCORES: usize = 2;
const FACTS: usize = 3;

/// The place of the group of a field outside the trade-off.
fn place_of(field: Field, table: &Table) -> usize {
    let Some(column) = field.column(table) else { return PRICES };
    let is_quantity = matches!(column.unit, Unit::Tokens | Unit::Parameters | Unit::Seconds);
    if column.unit.is_money() {
        PRICES
    } else if column.kind() == Kind::Number && column.better.is_some() && !is_quantity {
        SCORES
    } else {
        FACTS
    }
}
