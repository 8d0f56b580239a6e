use super::check::check_date;
use super::check_figure::{Spot, check_figure, is_bare};
use super::fault::{Fault, Place, Problem};
use super::figure::Figure;
use super::table::{Better, Column, Role, Source};
use super::value::Value;
use super::{Cells, Kind};
use crate::units::{Date, Gather, List, Lower, Text, Unit, natural_key, places};

/// A column that takes in one checked cell after the other.
pub(super) struct ColumnMaker {
    column: Column,
    making: Making,
    figures: Vec<Figure>,
}

/// The cells so far.
enum Making {
    Text(Vec<Text>),
    Category(Vec<Text>),
    Categories(Vec<Vec<Text>>),
    Number(Vec<f64>),
    Date(Vec<Option<Date>>),
    Flag(Vec<Option<bool>>),
}

impl ColumnMaker {
    #[expect(clippy::too_many_arguments, reason = "each is a field of the column, checked one by one just before")]
    pub(super) fn new(
        id: String,
        label: Text,
        description: Text,
        kind: Kind,
        unit: Unit,
        better: Option<Better>,
        role: Option<Role>,
        shown: bool,
        source: Option<u16>,
        stale_after: Option<u16>,
    ) -> Self {
        let cells = Cells::Text(List::default());
        let figures = List::default();
        let id = id.into();
        let making = match kind {
            Kind::Text => Making::Text(Vec::new()),
            Kind::Category => Making::Category(Vec::new()),
            Kind::Categories => Making::Categories(Vec::new()),
            Kind::Number => Making::Number(Vec::new()),
            Kind::Date => Making::Date(Vec::new()),
            Kind::Flag => Making::Flag(Vec::new()),
        };
        // Which column that is can be told once all are there.
        let same_as = None;
        let column =
            Column { id, label, description, unit, better, role, shown, source, stale_after, same_as, cells, figures };
        Self { column, making, figures: Vec::new() }
    }

    pub(super) fn id(&self) -> &str {
        &self.column.id
    }

    /// Says whose figures it holds as somebody else has them.
    pub(super) fn join(&mut self, column: usize) {
        self.column.same_as = Some(column);
    }

    pub(super) fn unit(&self) -> &Unit {
        &self.column.unit
    }

    pub(super) fn role(&self) -> Option<Role> {
        self.column.role
    }

    /// Whether a trade-off may take its numbers as costs, or the workload's cost takes them as prices.
    pub(super) fn may_cost(&self) -> bool {
        let is_price = matches!(self.column.role, Some(Role::InputPrice | Role::OutputPrice | Role::CachedPrice));
        is_price || self.column.less_is_better()
    }

    pub(super) fn is_name(&self) -> bool {
        self.column.id == "name"
    }

    pub(super) fn kind(&self) -> Kind {
        match self.making {
            Making::Text(_) => Kind::Text,
            Making::Category(_) => Kind::Category,
            Making::Categories(_) => Kind::Categories,
            Making::Number(_) => Kind::Number,
            Making::Date(_) => Kind::Date,
            Making::Flag(_) => Kind::Flag,
        }
    }

    pub(super) fn allows_negatives(&self) -> bool {
        self.column.unit.range().0 < 0.0
    }

    /// Rows whose number is below 0, with the number.
    pub(super) fn negatives(&self) -> Vec<(usize, f64)> {
        match &self.making {
            Making::Number(numbers) => {
                numbers.iter().copied().enumerate().filter(|(_, number)| *number < 0.0).gathered()
            }
            _ => Vec::new(),
        }
    }

    /// The text of the row that came last.
    pub(super) fn last_text(&self) -> &str {
        match &self.making {
            Making::Text(texts) => texts.last().map_or("", |text| text),
            _ => "",
        }
    }

    /// The text or category of a row.
    pub(super) fn text(&self, row: usize) -> Option<&str> {
        match &self.making {
            Making::Text(texts) | Making::Category(texts) => {
                texts.get(row).map(|text| &**text).filter(|text| !text.is_empty())
            }
            _ => None,
        }
    }

    /// Fills the column with missing cells up to a number of rows.
    pub(super) fn fill(&mut self, rows: usize) {
        match &mut self.making {
            Making::Text(texts) | Making::Category(texts) => texts.resize(rows, Text::default()),
            Making::Categories(of) => of.resize(rows, Vec::new()),
            Making::Number(numbers) => numbers.resize(rows, f64::NAN),
            Making::Date(dates) => dates.resize(rows, None),
            Making::Flag(flags) => flags.resize(rows, None),
        }
    }

    /// Checks the cell of a row and takes it in.
    pub(super) fn push(
        &mut self,
        row: usize,
        value: Value<'_>,
        sources: &[Source],
        sources_wanted: bool,
        rows: &Place,
        faults: &mut Vec<Fault>,
    ) {
        self.fill(row);
        let id = self.column.id.clone();
        let spot = Spot { row, column: &id, rows };
        let (value, mut spec) = match value {
            Value::Figure(mut spec) => (spec.value.take().unwrap_or(Value::Missing), Some(spec)),
            plain => (plain, None),
        };
        if value == Value::Missing && spec.is_some() {
            let mend = "give the figure a `value`, or leave the cell out where nothing is known";
            spot.place().lacks("value", mend, faults);
            return;
        }
        let number = if let Value::Number(number) = value { Some(number) } else { None };
        let before = faults.len();
        self.push_value(value, &spot, faults);
        // A number that cannot be need not fit its interval.
        let sound = number.filter(|_| faults.len() == before);
        let figure = spec.as_mut().map(|spec| check_figure(spec, sound, &spot, sources, faults));
        let sourced = figure.as_ref().and_then(|figure| figure.source).or(self.column.source).is_some();
        let unknown_source = spec.as_ref().is_some_and(|spec| spec.source.is_some());
        if sources_wanted && !sourced && !unknown_source && self.kind() == Kind::Number && number.is_some() {
            spot.place().note(Problem::NoSource, faults);
        }
        self.figures.extend(figure.filter(|figure| !is_bare(figure)));
    }

    fn push_value(&mut self, value: Value<'_>, spot: &Spot<'_>, faults: &mut Vec<Fault>) {
        let wanted = self.kind();
        let mut refuse = |problem| spot.place().note(problem, faults);
        match (&mut self.making, value) {
            (_, Value::Missing) => {}
            (Making::Text(_) | Making::Category(_) | Making::Date(_), Value::Text(text)) if text.trim().is_empty() => {
                refuse(Problem::Empty);
            }
            (Making::Text(texts) | Making::Category(texts), Value::Text(text)) => texts.push(text.into_owned().into()),
            (Making::Categories(of), Value::List(list)) => {
                if list.iter().any(|text| text.trim().is_empty()) {
                    refuse(Problem::Empty);
                }
                let mut set: Vec<Text> = Vec::with_capacity(list.len());
                for name in list {
                    if !set.contains(&name) {
                        set.push(name.into_owned().into());
                    }
                }
                of.push(set);
            }
            (Making::Number(numbers), Value::Number(number)) => match check_number(number, &self.column.unit) {
                Ok(number) => numbers.push(number),
                Err(problem) => refuse(problem),
            },
            (Making::Date(dates), Value::Text(text)) => dates.push(check_date(&text, || spot.place(), faults)),
            (Making::Flag(flags), Value::Flag(flag)) => flags.push(Some(flag)),
            (_, other) => refuse(Problem::WrongKind { wanted, found: other.found() }),
        }
    }

    /// The column with its cells.
    pub(super) fn finish(self, lower: Lower) -> Column {
        let cells = match self.making {
            Making::Text(texts) => Cells::Text(texts.into()),
            Making::Category(texts) => {
                let (names, of) = in_natural_order(&texts, lower);
                Cells::Category { names, of: of.into() }
            }
            Making::Categories(sets) => {
                let lens: Vec<usize> = sets.iter().map(Vec::len).gathered();
                let texts: Vec<Text> = sets.into_iter().flatten().gathered();
                let (names, of) = in_natural_order(&texts, lower);
                let mut rest = of.into_iter();
                let of = lens.into_iter().map(|len| List::Owned(rest.by_ref().take(len).gathered())).gathered().into();
                Cells::Categories { names, of }
            }
            Making::Number(numbers) => Cells::Number(numbers.into()),
            Making::Date(dates) => Cells::Date(dates.into()),
            Making::Flag(flags) => Cells::Flag(flags.into()),
        };
        Column { cells, figures: self.figures.into(), ..self.column }
    }
}

/// The distinct texts in natural order, and the position of each text among them; an empty one is missing.
fn in_natural_order(texts: &[Text], lower: Lower) -> (List<Text>, Vec<u32>) {
    // Names that differ in case only have one natural key.
    let key = |text: &Text| [&*natural_key(text, lower), &[0], text.as_bytes()].concat();
    let mut of = places(&texts.iter().map(key).gathered());
    if texts.iter().any(|text| text.is_empty()) {
        // They are the first.
        for place in &mut of {
            *place = place.wrapping_sub(1);
        }
    }
    let mut names: Vec<Text> = Vec::new();
    for (text, place) in texts.iter().zip(&of).filter(|(text, _)| !text.is_empty()) {
        let place = *place as usize;
        if names.len() <= place {
            names.resize(place + 1, Text::default());
        }
        if names[place].is_empty() {
            names[place].clone_from(text);
        }
    }
    (names.into(), of)
}

fn check_number(number: f64, unit: &Unit) -> Result<f64, Problem> {
    let (low, high) = unit.range();
    if !number.is_finite() {
        return Err(Problem::NotFinite);
    }
    if !(low..=high).contains(&number) {
        return Err(Problem::OutOfRange { found: number, unit: unit.clone() });
    }
    Ok(number)
}
