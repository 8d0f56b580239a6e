use super::Series;
use crate::units::{Date, List, Text, Unit};

/// What is said about the tables: published claims with what the tables say to them, questions with answers, and
/// numbers that others have claimed of several times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The claims, topic by topic.
    pub claims: List<Claim>,
    /// The questions, in the order in which they are answered.
    pub questions: List<Question>,
    /// Views that a reader may want to see next.
    pub explore: List<Press>,
    /// The claimed series.
    pub series: List<Series>,
}

/// Something that was published, and what the tables say to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its id.
    pub id: Text,
    /// What it counts or says, in one line.
    pub headline: Text,
    /// Its number; empty where it has none.
    pub amount: Prose,
    /// What it is about.
    pub topic: Text,
    /// Who is said to have found it; may be empty.
    pub credited: Text,
    /// Where it stands.
    pub page: Text,
    /// When it stood there.
    pub as_of: Date,
    /// Ids of the claims that say otherwise.
    pub conflicts: List<Text>,
    /// Ids of the claims that say the same.
    pub agrees: List<Text>,
    /// What a reader must know beside the verdict; may be empty.
    pub note: Prose,
    /// Whether it holds.
    pub verdict: Verdict,
    /// The numbers on which the verdict rests; empty where no rule checks the claim.
    pub found: Prose,
    /// Where those numbers can be seen.
    pub press: Option<Press>,
}

/// Whether a claim holds in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A rule says so.
    Holds,
    /// A rule says that it does not.
    Fails,
    /// No rule checks it, and other claims say otherwise.
    Disputed,
    /// No rule checks it.
    Unchecked,
}

impl Verdict {
    /// Every verdict with the word for it.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Holds, "holds"), (Self::Fails, "fails"), (Self::Disputed, "disputed"), (Self::Unchecked, "unchecked")];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(verdict, _)| *verdict == self).map_or("", |(_, word)| word)
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: Text,
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Prose,
    /// Where it was asked.
    pub page: Text,
    /// Ids of the claims that it is about.
    pub claims: List<Text>,
    /// Views that show what the answer says.
    pub presses: List<Press>,
}

/// Something that a reader can press to see a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// What it says.
    pub label: Text,
    /// The view, as a link says it.
    pub view: Text,
    /// Whether the chart shows it better than the table.
    pub chart: bool,
}

/// A text whose numbers are written in the reader's language.
pub type Prose = List<Piece>;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Words(Text),
    /// A number with its unit.
    Number(f64, Unit),
    /// A date.
    Date(Date),
}
