use super::{Digits, Words, counted, heading};
use crate::query::{Field, Question, Standing, Tie, Verdict};
use crate::units::Gather;

/// Who cannot be told from the best, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TiesInWords {
    /// The sentences.
    pub said: String,
    /// Everyone who is tied, each with score and saving, where the sentences name only some; of more than 50 the last
    /// line counts the rest.
    pub all: Vec<String>,
}

/// So many names make a sentence; of more it names this many and counts the rest.
const MOST_NAMES: usize = 3;

/// So many lines make a list that can be read.
const MOST_LINES: usize = 50;

/// Whether the best score stands firm: who has it, who is plainly tied with it, the cheapest of these with its saving,
/// who is on the border, and how little the test can say.
///
/// Empty where no score is known.
pub fn ties(question: &Question<'_>, standing: &Standing, words: &Words<'_>) -> TiesInWords {
    let Some((column, first)) = question.tradeoff.score().zip(standing.ties.first()) else {
        return TiesInWords::default();
    };
    let teller = Teller { question, words, field: Field::Column(column), best: first.row };
    let of = |verdict| -> Vec<&Tie> { standing.ties.iter().filter(|tie| tie.verdict == verdict).gathered() };
    let (best, tied, borderline) = (of(Verdict::Best), of(Verdict::Tied), of(Verdict::Borderline));
    let is_cut = [&best, &tied, &borderline].iter().any(|list| list.len() > MOST_NAMES);
    let all = if is_cut { teller.lines(&standing.ties) } else { Vec::new() };
    let label = heading(teller.field, words.table);
    let verb = if best.len() == 1 { "has" } else { "share" };
    let score = teller.score(first.row).unwrap_or_default();
    let mut said = vec![format!("{} {verb} the best score ({label} {score}).", teller.names(&best, false))];
    said.extend((best.len() > 1).then(|| teller.cheapest(&best)).flatten());
    let unknown = standing.unsure;
    let is_known = words.table.columns.get(column).is_some_and(|column| column.bounds(first.row as usize).is_some());
    if !is_known {
        said.push("Its interval is not known, so nothing can be said about ties.".to_owned());
        return TiesInWords { said: said.join(" "), all };
    }
    if tied.is_empty() && borderline.is_empty() && best.len() == 1 && unknown == 0 {
        said.push("No other is tied with it.".to_owned());
    }
    if !tied.is_empty() {
        said.push(format!("Plainly tied with it: {}.", teller.names(&tied, false)));
        said.extend(teller.cheapest(&tied));
    }
    if !borderline.is_empty() {
        said.push(format!("Borderline: {}.", teller.names(&borderline, true)));
    }
    if first.z.is_some() && standing.ties.len() > 1 {
        said.push("Runs on the same tasks make such an unpaired test cautious.".to_owned());
    }
    if unknown > 0 {
        let count = words.numbers.number(unknown as f64, Digits::exactly(0));
        said.push(format!("Of {count} without a known interval nothing can be said."));
    }
    TiesInWords { said: said.join(" "), all }
}

/// What the sentences are told from.
struct Teller<'a> {
    question: &'a Question<'a>,
    words: &'a Words<'a>,
    /// The field of the score.
    field: Field,
    /// The row that all are held against.
    best: u32,
}

impl Teller<'_> {
    fn score(&self, row: u32) -> Option<String> {
        Some(self.words.phrase(self.field, self.question.measure(self.field).get(row as usize)?))
    }

    fn name(&self, row: u32) -> &str {
        self.words.table.name(row as usize)
    }

    /// How much less a row costs than the best: `39 % less`; `None` where it does not, or where a cost is not known.
    fn saving(&self, row: u32) -> Option<String> {
        let [best, cost] = [self.best, row].map(|row| self.question.tradeoff.cost(row as usize));
        let (best, cost) = (best?, cost?);
        let percent = ((1.0 - cost / best) * 100.0).round();
        (best > cost).then(|| match self.words.numbers.number(percent, Digits::exactly(0)) {
            _ if cost <= 0.0 => "free".to_owned(),
            _ if percent < 1.0 => "less than 1\u{a0}% less".to_owned(),
            percent => counted(percent, "% less"),
        })
    }

    fn with_saving(&self, row: u32) -> String {
        let saving = self.saving(row).map_or(String::new(), |saving| format!(" ({saving})"));
        format!("{}{saving}", self.name(row))
    }

    /// The names of some, with their savings if asked for.
    fn names(&self, ties: &[&Tie], savings: bool) -> String {
        let name = |tie: &&Tie| if savings { self.with_saving(tie.row) } else { self.name(tie.row).to_owned() };
        let mut names: Vec<String> = ties.iter().take(MOST_NAMES).map(name).gathered();
        if ties.len() > MOST_NAMES {
            let more = self.words.numbers.number((ties.len() - MOST_NAMES) as f64, Digits::exactly(0));
            names.push(format!("{more} more"));
        }
        and(&names)
    }

    /// Which of some costs least, where that is less than the best costs.
    fn cheapest(&self, ties: &[&Tie]) -> Option<String> {
        let cost = |tie: &&&Tie| self.question.tradeoff.cost(tie.row as usize).unwrap_or(f64::INFINITY);
        let cheapest = ties.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)))?;
        let saving = self.saving(cheapest.row)?;
        let of = if ties.len() > 1 { "The cheapest of these" } else { "It" };
        let name = if ties.len() > 1 { format!(", {},", self.name(cheapest.row)) } else { String::new() };
        Some(match &*saving {
            "free" => format!("{of}{name} is free."),
            saving => format!("{of}{name} costs {saving}."),
        })
    }

    /// Who is tied, one a line, and how many more.
    fn lines(&self, ties: &[Tie]) -> Vec<String> {
        let mut lines: Vec<String> = ties.iter().take(MOST_LINES).map(|tie| self.line(tie)).gathered();
        if ties.len() > MOST_LINES {
            let more = self.words.numbers.number((ties.len() - MOST_LINES) as f64, Digits::exactly(0));
            lines.push(format!("and {more} more"));
        }
        lines
    }

    /// One who is tied, with score, saving and verdict.
    fn line(&self, tie: &Tie) -> String {
        let verdict = match tie.verdict {
            Verdict::Best => "best",
            Verdict::Tied => "plainly tied",
            Verdict::Borderline => "borderline",
        };
        format!("{}: {}, {verdict}", self.with_saving(tie.row), self.score(tie.row).unwrap_or_default())
    }
}

/// Some names as one: `a, b and c`.
fn and(names: &[String]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => names.concat(),
    }
}
