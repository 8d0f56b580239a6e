use crate::notes::Notes;
use compare::catalog::{Cells, Column, Kind, Place, Problem, Step, Table};

/// The names of a column in the order that its author gives them, and where it stands.
pub(crate) struct Order {
    pub(crate) column: String,
    pub(crate) names: Vec<String>,
    /// Of the list.
    pub(crate) place: Place,
}

/// Puts the names of some columns in the order that their author gives them; notes what the orders lack.
pub(crate) fn arrange(table: &mut Table, orders: &[Order], notes: &mut Notes) {
    for order in orders {
        let column = table.columns.to_mut().iter_mut().find(|column| *column.id == *order.column);
        if let Some(column) = column.filter(|column| is_sound(column, order, notes)) {
            arranged(&mut column.cells, &order.names);
        }
    }
}

/// Whether an order holds every name of its column once.
fn is_sound(column: &Column, order: &Order, notes: &mut Notes) -> bool {
    let before = notes.faults.len();
    let mut refuse = |place: &Place, message: &str| notes.fault(notes.spot(place), &message);
    if !matches!(column.kind(), Kind::Category | Kind::Categories) {
        refuse(&order.place, "only names have an order: take it out, or make the column of kind `category`");
        return false;
    }
    for (position, name) in order.names.iter().enumerate() {
        if order.names[..position].contains(name) {
            let mut place = order.place.clone();
            place.0.push(Step::At(position));
            let problem = Problem::Duplicate { what: "name", id: name.clone(), mend: "list it once" };
            refuse(&place, &problem.to_string());
        }
    }
    let names = column.cells.names().iter();
    for name in names.filter(|name| !order.names.iter().any(|listed| *listed == ***name)) {
        refuse(&order.place, &format!("the order lacks \"{name}\", which is in the rows: add it, or mend the rows"));
    }
    notes.faults.len() == before
}

fn arranged(cells: &mut Cells, order: &[String]) {
    let (Cells::Category { names, .. } | Cells::Categories { names, .. }) = cells else { return };
    let place = |name: &str| order.iter().position(|listed| listed == name);
    let mut sorted: Vec<usize> = (0..names.len()).collect();
    sorted.sort_by_key(|at| place(&names[*at]));
    // From the old position of a name to the new one.
    let mut moved = vec![0; sorted.len()];
    for (new, old) in sorted.iter().enumerate() {
        moved[*old] = new as u32;
    }
    *names = sorted.iter().map(|at| names[*at].clone()).collect::<Vec<_>>().into();
    let put = |name: &mut u32| *name = moved.get(*name as usize).copied().unwrap_or(Cells::NOTHING);
    match cells {
        Cells::Category { of, .. } => of.to_mut().iter_mut().for_each(put),
        Cells::Categories { of, .. } => of.to_mut().iter_mut().for_each(|set| set.to_mut().iter_mut().for_each(put)),
        _ => {}
    }
}
