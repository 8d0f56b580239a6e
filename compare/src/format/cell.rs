use super::{Digits, Numbers, counted};
use crate::catalog::{Cells, Column, Kind, Table};
use crate::query::{Field, Question};
use crate::units::{Date, Gather, Unit};

/// Writes what a table holds.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The table.
    pub table: &'a Table,
    /// How numbers and dates are written.
    pub numbers: &'a dyn Numbers,
}

impl Words<'_> {
    /// The text of a cell; `None` where nothing is known.
    pub fn cell(&self, question: &Question<'_>, field: Field, row: usize) -> Option<String> {
        match field.column(self.table) {
            Some(column) if column.kind() != Kind::Number => {
                plain_cell(&column.cells, row, ", ", &|date| self.numbers.date(date))
            }
            _ => question.measure(field).get(row).map(|number| self.figure(field, number)),
        }
    }

    /// A number of a field, with the decimals that its unit wants.
    pub fn figure(&self, field: Field, number: f64) -> String {
        match field {
            Field::Value => self.numbers.number(number * 100.0, Digits::exactly(1)),
            _ => self.quantity(&unit(field, self.table), number),
        }
    }

    /// A number at the end of a range, where an amount of 0 is a limit and not free.
    pub fn bound(&self, field: Field, number: f64) -> String {
        if number == 0.0 && self.is_money(field) {
            return self.numbers.money(0.0, Digits::exactly(0));
        }
        self.figure(field, number)
    }

    /// A number beside a tick of an axis, with no more decimals than it needs.
    pub fn tick(&self, field: Field, number: f64) -> String {
        match unit(field, self.table) {
            unit if unit.is_money() => {
                self.numbers.money(number, Digits::up_to(money_digits(&unit, number).max.max(6)))
            }
            Unit::Tokens | Unit::Parameters => self.numbers.compact(number),
            _ => self.numbers.number(number, Digits::up_to(6)),
        }
    }

    /// A number of a field with its unit, for a sentence: `70.2 %`, `$19.00 a month`.
    pub fn phrase(&self, field: Field, number: f64) -> String {
        let figure = self.figure(field, number);
        let unit = unit(field, self.table);
        let what = match &unit {
            Unit::Percent => "%",
            Unit::UsdPerMonth if number > 0.0 => "a month",
            Unit::UsdPerMtok if number > 0.0 => "per million tokens",
            Unit::Tokens => "tokens",
            Unit::Parameters => "parameters",
            Unit::Seconds => "seconds",
            Unit::Other(unit) => unit,
            _ => return figure,
        };
        counted(figure, what)
    }

    /// Whether the numbers of a field are amounts of money.
    pub fn is_money(&self, field: Field) -> bool {
        unit(field, self.table).is_money()
    }

    fn quantity(&self, unit: &Unit, number: f64) -> String {
        match unit {
            unit if unit.is_money() && number == 0.0 => "free".to_owned(),
            Unit::Usd | Unit::UsdPerMtok | Unit::UsdPerMonth => self.numbers.money(number, money_digits(unit, number)),
            Unit::Tokens | Unit::Parameters => self.numbers.compact(number),
            Unit::Percent | Unit::Seconds => self.numbers.number(number, Digits::exactly(1)),
            Unit::None | Unit::Other(_) => self.numbers.number(number, Digits::up_to(2)),
        }
    }
}

/// The text of a cell of a column without numbers, with what stands between its categories and how a date is written.
pub(super) fn plain_cell(cells: &Cells, row: usize, between: &str, write: &dyn Fn(Date) -> String) -> Option<String> {
    match cells.kind() {
        Kind::Date => cells.date(row).map(write),
        Kind::Flag => cells.flag(row).map(|flag| if flag { "yes" } else { "no" }.to_owned()),
        Kind::Categories => {
            let names: Vec<&str> = cells
                .categories(row)
                .iter()
                .filter_map(|name| cells.names().get(*name as usize))
                .map(|n| &**n)
                .gathered();
            (!names.is_empty()).then(|| names.join(between))
        }
        _ => cells.text(row).map(str::to_owned),
    }
}

/// The unit of a field's numbers.
pub(super) fn unit(field: Field, table: &Table) -> Unit {
    match field {
        Field::Workload => Unit::UsdPerMonth,
        _ => field.column(table).map_or(Unit::None, |column| column.unit.clone()),
    }
}

/// Cents; none where thousands are counted, and more where cents would say too little: prices of tokens are small. What is
/// too small for six decimals has as many as two of its digits need, up to the 20 that every browser writes, so that a
/// cost is never written as nothing.
pub(super) fn money_digits(unit: &Unit, dollars: f64) -> Digits {
    match dollars.abs() {
        thousands if thousands >= 1_000.0 => Digits::exactly(0),
        dollars if dollars >= 1.0 => Digits::exactly(2),
        dimes if dimes >= 0.1 && *unit != Unit::UsdPerMtok => Digits::exactly(2),
        cents if cents >= 0.01 => Digits { min: 2, max: 4 },
        small => {
            let mut max = 6;
            let mut second_digit = small * 1e5;
            while second_digit < 1.0 && max < 20 {
                second_digit *= 10.0;
                max += 1;
            }
            Digits { min: 2, max }
        }
    }
}

/// The heading of a field.
pub fn heading(field: Field, table: &Table) -> &str {
    match field {
        Field::Value => "Value",
        Field::Workload => "Monthly cost",
        Field::Column(_) => field.column(table).map_or("", |column: &Column| &column.label),
    }
}

/// What the numbers of a field count, for the header of its column; empty where there is nothing to say.
pub fn unit_note(field: Field, table: &Table) -> String {
    match (field, unit(field, table)) {
        (Field::Value, _) => "of 100".to_owned(),
        (_, Unit::None) => String::new(),
        (_, Unit::Percent) => "%".to_owned(),
        (_, Unit::Usd) => "USD".to_owned(),
        (_, Unit::UsdPerMtok) => "USD / 1M tokens".to_owned(),
        (_, Unit::UsdPerMonth) => "USD a month".to_owned(),
        (_, Unit::Tokens) => "tokens".to_owned(),
        (_, Unit::Parameters) => "weights".to_owned(),
        (_, Unit::Seconds) => "seconds".to_owned(),
        (_, Unit::Other(text)) => text.into_owned(),
    }
}
