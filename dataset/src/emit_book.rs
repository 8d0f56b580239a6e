use crate::emit::{Expression, Rust, debug_expression, struct_expression};
use compare::catalog::{Book, Claim, Piece, Point, Press, Question, Series, Verdict};
use std::fmt;

/// Rust source of `pub static BOOK`, for `include!` beside the tables.
pub fn emit_book(book: &Book) -> String {
    format!("{HEAD}{}\n}};\n", Rust(book))
}

const HEAD: &str = "\
/// What is said about the tables.
#[allow(unreachable_pub, unused_imports, clippy::all, clippy::pedantic)]
pub static BOOK: ::compare::catalog::Book = {
    use ::compare::catalog::{Book, Claim, Piece, Point, Press, Question, Series, Verdict};
    use ::compare::units::{Date, Unit};
    use ::std::borrow::Cow::Borrowed as B;
    use ::std::option::Option::{None, Some};
    ";

struct_expression!(Book { claims, questions, explore, series });
struct_expression!(Claim {
    id,
    headline,
    amount,
    topic,
    credited,
    page,
    as_of,
    conflicts,
    agrees,
    note,
    verdict,
    found,
    press,
});
struct_expression!(Question { id, question, answer, page, claims, presses });
struct_expression!(Press { label, view, chart });
struct_expression!(Series { id, table, title, unit, credited, note, points });
struct_expression!(Point { date, value, about, claim });
debug_expression!(Verdict: "Verdict::");

impl Expression for Piece {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "Piece::Words({})", Rust(words)),
            Self::Number(number, unit) => write!(f, "Piece::Number({}, {})", Rust(number), Rust(unit)),
            Self::Date(date) => write!(f, "Piece::Date({})", Rust(date)),
        }
    }
}
