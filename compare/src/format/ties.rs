use super::{Digits, Words, among, counted, heading};
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
/// who is on the border, and how little the test can say. Where fewer rows are shown than the table has, it says so.
///
/// Empty where no score is known.
pub fn ties(question: &Question<'_>, standing: &Standing, words: &Words<'_>, cost: Option<Field>) -> TiesInWords {
    let whole = question.table.len();
    let Some((column, first)) = question.tradeoff.score().zip(standing.ties.first()) else {
        return TiesInWords::default();
    };
    let of = |verdict| -> Vec<&Tie> { standing.ties.iter().filter(|tie| tie.verdict == verdict).gathered() };
    let [best, tied, borderline] = [Verdict::Best, Verdict::Tied, Verdict::Borderline].map(of);
    let teller =
        Teller { question, words, field: Field::Column(column), cost, best: first.row, shared: best.len() > 1 };
    let is_cut = [&best, &tied, &borderline].iter().any(|list| list.len() > MOST_NAMES);
    let all = if is_cut { teller.lines(&standing.ties) } else { Vec::new() };
    let score = format!("{} {}", heading(teller.field, words.table), teller.score(first.row).unwrap_or_default());
    if standing.scored == 1 {
        let shown = if standing.rows < whole { " shown" } else { "" };
        let said = format!("{} has a score ({score}), and no other row{shown} has one.", teller.name(first.row));
        return TiesInWords { said, all };
    }
    let verb = if teller.shared { "share" } else { "has" };
    let among = among(standing.rows, whole, words.numbers);
    let mut said = vec![format!("{} {verb} the best score{among} ({score}).", teller.names(&best, false))];
    let cost_of = |tie: &&&Tie| teller.cost(tie.row).unwrap_or_default();
    let dearest = best.iter().max_by(|a, b| cost_of(a).total_cmp(&cost_of(b)));
    said.extend(dearest.and_then(|dearest| teller.cheapest(&best, dearest.row)));
    let is_known = words
        .table
        .columns
        .get(column)
        .is_some_and(|column| best.iter().any(|tie| column.bounds(tie.row as usize).is_some()));
    if is_known {
        teller.tell(standing, &tied, &borderline, &mut said);
    } else {
        let whose = if teller.shared { "Their intervals are" } else { "Its interval is" };
        said.push(format!("{whose} not known, so nothing can be said about ties."));
    }
    TiesInWords { said: said.join(" "), all }
}

/// What the sentences are told from.
struct Teller<'a> {
    question: &'a Question<'a>,
    words: &'a Words<'a>,
    /// The fields of score and cost.
    field: Field,
    cost: Option<Field>,
    /// The cheapest of the best, from which savings are told, and whether others have the best score too.
    best: u32,
    shared: bool,
}

impl Teller<'_> {
    fn score(&self, row: u32) -> Option<String> {
        Some(self.words.phrase(self.field, self.question.measure(self.field).get(row as usize)?))
    }

    fn name(&self, row: u32) -> &str {
        self.words.table.name(row as usize)
    }

    fn cost(&self, row: u32) -> Option<f64> {
        self.question.tradeoff.cost(row as usize)
    }

    fn is_money(&self) -> bool {
        self.cost.is_some_and(|cost| self.words.is_money(cost))
    }

    /// Who is tied and on the border with those of the best score, and of whom nothing can be said.
    fn tell(&self, standing: &Standing, tied: &[&Tie], borderline: &[&Tie], said: &mut Vec<String>) {
        let them = if self.shared { "them" } else { "it" };
        if tied.is_empty() && borderline.is_empty() && !self.shared && standing.unsure == 0 {
            said.push("No other is tied with it.".to_owned());
        }
        if !tied.is_empty() {
            said.push(format!("Plainly tied with {them}: {}.", self.names(tied, false)));
            said.extend(self.cheapest(tied, self.best));
        }
        if !borderline.is_empty() {
            said.push(format!("Borderline: {}.", self.names(borderline, true)));
        }
        if standing.ties.iter().filter(|tie| tie.z.is_some()).count() > 1 {
            said.push("Runs on the same tasks make such an unpaired test cautious.".to_owned());
        }
        if standing.unsure > 0 {
            let count = self.words.numbers.number(standing.unsure as f64, Digits::exactly(0));
            said.push(format!("Of {count} without a known interval nothing can be said."));
        }
    }

    /// How much less a row costs than another: `39 % less`, or `39 % less Time per task` where the cost is no money; `None`
    /// where it does not, or where a cost is not known.
    fn saving(&self, row: u32, from: u32) -> Option<String> {
        let (dear, cost) = (self.cost(from)?, self.cost(row)?);
        let most = if cost > 0.0 { 99.0 } else { 100.0 };
        let percent = ((1.0 - cost / dear) * 100.0).round().min(most);
        if dear <= cost {
            return None;
        }
        let less = match self.words.numbers.number(percent, Digits::exactly(0)) {
            _ if cost <= 0.0 && self.is_money() => return Some("free".to_owned()),
            _ if percent < 1.0 => "less than 1\u{a0}% less".to_owned(),
            percent => counted(percent, "% less"),
        };
        let what = self.cost.filter(|_| !self.is_money());
        Some(what.map_or_else(|| less.clone(), |what| format!("{less} {}", heading(what, self.words.table))))
    }

    fn with_saving(&self, row: u32) -> String {
        let saving = self.saving(row, self.best).map_or(String::new(), |saving| format!(" ({saving})"));
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

    /// Which of some costs least, where that is less than another costs.
    fn cheapest(&self, ties: &[&Tie], from: u32) -> Option<String> {
        let cost = |tie: &&&Tie| self.cost(tie.row).unwrap_or(f64::INFINITY);
        let cheapest = ties.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)))?;
        let saving = self.saving(cheapest.row, from)?;
        let (least, costs) = if self.is_money() { ("cheapest", "costs") } else { ("lowest", "has") };
        let it = match ties {
            [_] => "It".to_owned(),
            _ => format!("The {least} of these, {},", self.name(cheapest.row)),
        };
        let than = if self.shared { format!(" than {}", self.name(from)) } else { String::new() };
        Some(if saving == "free" { format!("{it} is free.") } else { format!("{it} {costs} {saving}{than}.") })
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
