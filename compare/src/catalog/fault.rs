use super::Kind;
use crate::units::{DateError, Numerals, RustNumerals, Unit};
use std::fmt;

/// What is wrong with a data set, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What was found and what was wanted.
    pub problem: Problem,
}

impl Fault {
    /// Where it is, what was found and what was wanted, in one line.
    pub fn say(&self, numerals: &dyn Numerals) -> String {
        format!("{}: {}", self.place, self.problem.say(numerals))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&RustNumerals))
    }
}

/// A place in a data set, such as `rows[17].price`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub Vec<Step>);

/// One step into a data set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The value at a position of a list.
    At(usize),
}

impl Place {
    /// The place at the position of the list under a key.
    pub fn of(key: &str, position: usize) -> Self {
        Self(vec![Step::Key(key.to_owned()), Step::At(position)])
    }

    /// The place of a key inside this one.
    pub fn key(&self, key: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.to_owned()));
        Self(steps)
    }

    /// Says what is wrong here.
    pub fn fault(&self, problem: Problem) -> Fault {
        Fault { place: self.clone(), problem }
    }

    // What follows is called from some forty places: each would carry all of it along.

    /// Notes what is wrong here.
    #[inline(never)]
    pub(super) fn note(&self, problem: Problem, faults: &mut Vec<Fault>) {
        faults.push(self.fault(problem));
    }

    /// Notes what is wrong with the value of a key inside.
    #[inline(never)]
    pub(super) fn note_key(&self, key: &str, problem: Problem, faults: &mut Vec<Fault>) {
        faults.push(Fault { place: self.key(key), problem });
    }

    /// Notes that something is not here.
    #[inline(never)]
    pub(super) fn lacks(&self, what: &'static str, mend: &'static str, faults: &mut Vec<Fault>) {
        self.note(Problem::Lacks { what, mend }, faults);
    }

    /// Notes that something is not the value of a key inside.
    #[inline(never)]
    pub(super) fn key_lacks(&self, key: &str, what: &'static str, mend: &'static str, faults: &mut Vec<Fault>) {
        self.note_key(key, Problem::Lacks { what, mend }, faults);
    }

    /// Notes that the value of a key inside is there before.
    #[inline(never)]
    pub(super) fn repeats(&self, key: &str, what: &'static str, id: &str, mend: &'static str, faults: &mut Vec<Fault>) {
        self.note_key(key, Problem::Duplicate { what, id: id.to_owned(), mend }, faults);
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::At(position) => write!(f, "[{position}]")?,
            }
        }
        Ok(())
    }
}

/// What was found and what was wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Something that must be there is not.
    Lacks {
        /// What, in words: `a name`.
        what: &'static str,
        /// How to mend it.
        mend: &'static str,
    },
    /// A text that cannot be an id.
    NoId {
        /// The text.
        found: String,
    },
    /// Two things of one id.
    Duplicate {
        /// What they are: `row`.
        what: &'static str,
        /// The id.
        id: String,
        /// How to tell them apart.
        mend: &'static str,
    },
    /// A word or id that is none of those known.
    Unknown {
        /// What it should be: `column`.
        what: &'static str,
        /// The word.
        found: String,
        /// The words that are known.
        known: Vec<String>,
    },
    /// A cell that is not of its column's kind.
    WrongKind {
        /// The column's kind.
        wanted: Kind,
        /// What was found, in words.
        found: String,
    },
    /// A number that is infinite or none.
    NotFinite,
    /// A number that cannot be, given its unit.
    OutOfRange {
        /// The number.
        found: f64,
        /// Its unit.
        unit: Unit,
    },
    /// A cost below nothing.
    NegativeCost {
        /// The number.
        found: f64,
    },
    /// A text that is no date.
    NoDate {
        /// The text.
        found: String,
        /// Why not.
        why: DateError,
    },
    /// An interval that does not hold its value.
    Interval {
        /// The value.
        value: f64,
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
    },
    /// k and n that are no counts of successes and trials.
    Trials,
    /// A text without anything in it.
    Empty,
    /// A figure that nobody vouches for.
    NoSource,
    /// An address that a reader cannot follow safely.
    Url {
        /// The address.
        found: String,
    },
}

/// The known word that is nearest to one that was found, if it is near.
fn nearest<'a>(found: &str, known: &'a [String]) -> Option<&'a str> {
    let near = known.iter().map(|word| (strsim::jaro_winkler(found, word), word));
    let (likeness, word) = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (likeness > 0.82).then_some(word)
}

fn kind_wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Category => "a text",
        Kind::Categories => "a list of texts",
        Kind::Number => "a number",
        Kind::Date => "a date like \"2025-08-07\"",
        Kind::Flag => "true or false",
    }
}

impl Problem {
    /// What was found and what was wanted, in one line.
    pub fn say(&self, numerals: &dyn Numerals) -> String {
        let number = |number: &f64| numerals.write(*number);
        match self {
            Self::Lacks { what, mend } => format!("no {what}: {mend}"),
            Self::NoId { found } => format!(
                "\"{found}\" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` \
                 or `missing`"
            ),
            Self::Duplicate { what, id, mend } => format!("{what} \"{id}\" is there twice: {mend}"),
            Self::Unknown { what, found, known } => unknown(what, found, known),
            Self::WrongKind { wanted, found } => format!("expected {} or missing, got {found}", kind_wanted(*wanted)),
            Self::NotFinite => "expected a finite number or missing, got an infinite one or none".to_owned(),
            Self::OutOfRange { found, unit } => {
                let (low, high) = unit.range();
                let end = if high.is_infinite() { "or more".to_owned() } else { format!("to {}", number(&high)) };
                format!("{} {} is out of range: it is {} {end}", number(found), unit.as_str(), number(&low))
            }
            Self::NegativeCost { found } => format!("the cost {} is negative: it is 0 (free) or more", number(found)),
            Self::NoDate { found, why } => format!("\"{found}\" is no date: {why}"),
            Self::Interval { value, low, high } => format!(
                "the interval from {} to {} does not hold the value {}: mend one of them",
                number(low),
                number(high),
                number(value)
            ),
            Self::Trials => {
                "`k` and `n` go together and count successes and trials: whole numbers, n at least 1, k at \
                             most n"
                    .to_owned()
            }
            Self::Empty => "the text is empty: leave it out where nothing is known".to_owned(),
            Self::NoSource => {
                "the figure has no source: name one with `source`, or give its column or its table a `source`"
                    .to_owned()
            }
            Self::Url { found } => {
                format!("\"{found}\" is no address to link to: it starts with https:// or http://, without blanks")
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&RustNumerals))
    }
}

fn unknown(what: &str, found: &str, known: &[String]) -> String {
    let help =
        if known.is_empty() { "there is none: add one, or leave this out".to_owned() } else { meant(found, known) };
    format!("unknown {what} \"{found}\": {help}")
}

/// Which of some known words was meant by one that is none of them; where none is near, the first of them.
pub(crate) fn meant(found: &str, known: &[String]) -> String {
    match nearest(found, known) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None if known.len() <= 12 => format!("known are {}", known.join(", ")),
        None => format!("known are {}, … ({} in all)", known[..12].join(", "), known.len()),
    }
}
