//! Claims, their rules, and questions: what comes of them, and their faults.

mod claims;
mod questions;
mod rules;
mod views;

use super::{book, book_faults};
use compare::catalog::Book;
pub(super) use questions::answer_faults;

/// Two open and two closed rows with scores and prices, and one of which little is known.
const ROWS: &str = "
[[rows]]
name = 'Open A'
open-weights = true
license = 'MIT'
score = 80
maths = 50
errors = 4
in = { value = 1, source = 's', provider = 'P' }
out = { value = 2, source = 's', provider = 'P' }
[[rows]]
name = 'Open B'
open-weights = true
license = 'Other'
score = 60
maths = 90
errors = 2
in = { value = 4, source = 's' }
out = { value = 4, source = 's' }
[[rows]]
name = 'Closed C'
open-weights = false
score = 90
maths = 88
errors = 1
in = { value = 10, source = 's', provider = 'Q' }
out = { value = 16, source = 's', provider = 'Q' }
[[rows]]
name = 'Closed D'
open-weights = false
score = 70
errors = 3
in = { value = 30, source = 's' }
out = { value = 30, source = 's' }
[[rows]]
name = 'E'
";

/// A table of those rows, as the other files of the folder.
const TABLE: &str = "
title = 'T'
source = 's'
cost = 'workload'
columns = [
  { id = 'name', label = 'Name', kind = 'text' },
  { id = 'open-weights', label = 'Open', kind = 'flag' },
  { id = 'license', label = 'Licence', kind = 'category' },
  { id = 'score', label = 'Score', kind = 'number', unit = 'percent', better = 'higher' },
  { id = 'maths', label = 'Maths', kind = 'number', unit = 'percent', better = 'higher' },
  { id = 'errors', label = 'Errors', kind = 'number', better = 'lower' },
  { id = 'in', label = 'Input', kind = 'number', unit = 'USD/mtok', role = 'input-price' },
  { id = 'out', label = 'Output', kind = 'number', unit = 'USD/mtok', role = 'output-price' },
]";

fn files<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [("tables/t/table.toml", TABLE), ("tables/t/rows.toml", ROWS)].into_iter().chain(more.iter().copied()).collect()
}

fn claim(id: &str, more: &str) -> String {
    format!("[[claims]]\nid = '{id}'\nheadline = 'H'\ntopic = 'T'\npage = 'page A'\nas_of = '2026-05'\n{more}\n")
}

/// What an author reads of one claim with a rule whose first line is the ninth.
pub(super) fn rule_faults(rule: &str) -> Vec<String> {
    let claims = claim("a", &format!("[claims.rule]\n{rule}"));
    let lines = book_faults(&files(&[("claims.toml", &claims)]));
    lines.iter().map(|line| line.strip_prefix("claims.toml:").unwrap_or(line).to_owned()).collect()
}

#[test]
fn a_folder_without_claims_and_questions_says_nothing() {
    assert_eq!(book(&files(&[])), Ok(Book::default()));
}
