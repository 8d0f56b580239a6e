use compare::catalog::{
    Better, Cells, Column, Cost, Figure, Interval, Offers, Reporter, Role, Seen, Source, Table, Workload,
};
use compare::units::{Date, List, Text, Unit};
use std::fmt;

/// Rust source of `pub static TABLES`, a slice of the tables, for `include!`.
///
/// It stands wherever `compare` is a dependency: short names are brought in inside the static only.
/// Numbers come back bit by bit, but for the payload of NaN.
pub fn emit(tables: &[Table]) -> String {
    format!("{HEAD}{}\n}};\n", Rust(tables))
}

const HEAD: &str = "\
/// The tables that are compiled in.
#[allow(unreachable_pub, unused_imports, clippy::all, clippy::pedantic)]
pub static TABLES: &[::compare::catalog::Table] = {
    use ::compare::catalog::{
        Better, Cells, Column, Cost, Figure, Interval, Offers, Reporter, Role, Seen, Source, Table, Workload,
    };
    use ::compare::units::{Date, Tokens, Unit};
    use ::std::borrow::Cow::Borrowed as B;
    use ::std::option::Option::{None, Some};
    ";

/// A value as a Rust expression that gives it back and can stand in a static.
pub(crate) struct Rust<'a, T: ?Sized>(pub(crate) &'a T);

/// Something that can be written as a Rust expression.
pub(crate) trait Expression {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<T: Expression + ?Sized> fmt::Display for Rust<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f)
    }
}

/// Writes a struct of the fields named.
macro_rules! struct_expression {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl Expression for $name {
            fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!("\n", stringify!($name), " {"))?;
                $(write!(f, concat!(" ", stringify!($field), ": {},"), Rust(&self.$field))?;)*
                f.write_str(" }")
            }
        }
    };
}
pub(crate) use struct_expression;

struct_expression!(Table { id, title, description, columns, ids, sources, score, cost, dated_by, workload, offers });
struct_expression!(Column {
    id,
    label,
    description,
    unit,
    better,
    role,
    shown,
    source,
    stale_after,
    same_as,
    cells,
    figures,
});
struct_expression!(Source { id, title, url, date, licence, via, checked, cited_by, note });
struct_expression!(Offers { providers, prices, seen, of });
struct_expression!(Seen { source, as_of });
struct_expression!(Figure { row, interval, source, as_of, reported_by, provider, note });

/// Writes values whose `Debug` form is Rust, with what has to stand before it.
macro_rules! debug_expression {
    ($($name:ty: $before:literal),* $(,)?) => {
        $(impl Expression for $name {
            fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($before, "{:?}"), self)
            }
        })*
    };
}
pub(crate) use debug_expression;

debug_expression!(
    u16: "", u32: "", [u32; 3]: "", [u16; 4]: "", usize: "", bool: "",
    Better: "Better::", Role: "Role::", Cost: "Cost::", Reporter: "Reporter::",
);

impl<T: Expression> Expression for [T] {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("&[")?;
        for (position, item) in self.iter().enumerate() {
            write!(f, "{}{}", if position == 0 { "" } else { "," }, Rust(item))?;
        }
        f.write_str("]")
    }
}

impl<T: Expression + Clone> Expression for List<T> {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "B({})", Rust(&**self))
    }
}

impl Expression for Text {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "B({:?})", &**self)
    }
}

impl<T: Expression> Expression for Option<T> {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => write!(f, "Some({})", Rust(value)),
            None => f.write_str("None"),
        }
    }
}

impl Expression for f64 {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_nan() {
            f.write_str("f64::NAN")
        } else if self.is_infinite() {
            write!(f, "{}f64::INFINITY", if *self < 0.0 { "-" } else { "" })
        } else {
            write!(f, "{self:?}")
        }
    }
}

impl Expression for Date {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date::from_key({})", self.key())
    }
}

impl Expression for Unit {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other(text) => write!(f, "Unit::Other({})", Rust(text)),
            known => write!(f, "Unit::{known:?}"),
        }
    }
}

impl Expression for Interval {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("Interval::Unknown"),
            Self::Bounds { low, high } => {
                write!(f, "Interval::Bounds {{ low: {}, high: {} }}", Rust(low), Rust(high))
            }
            Self::Trials { k, n } => write!(f, "Interval::Trials {{ k: {k}, n: {n} }}"),
        }
    }
}

impl Expression for Workload {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (requests, cached) = (Rust(&self.requests), Rust(&self.cached));
        let (input, output) = (Rust(&self.input.0), Rust(&self.output.0));
        write!(f, "Workload {{ requests: {requests}, input: Tokens({input}), ")?;
        write!(f, "output: Tokens({output}), cached: {cached} }}")
    }
}

impl Expression for Cells {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, names) = (self.kind(), Rust(self.names()));
        match self {
            Self::Text(cells) => write!(f, "Cells::{kind:?}({})", Rust(cells)),
            Self::Number(cells) => write!(f, "Cells::{kind:?}({})", Rust(cells)),
            Self::Date(cells) => write!(f, "Cells::{kind:?}({})", Rust(cells)),
            Self::Flag(cells) => write!(f, "Cells::{kind:?}({})", Rust(cells)),
            Self::Category { of, .. } => {
                write!(f, "Cells::{kind:?} {{ names: B({names}), of: {} }}", Rust(of))
            }
            Self::Categories { of, .. } => {
                write!(f, "Cells::{kind:?} {{ names: B({names}), of: {} }}", Rust(of))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &'static str) -> String {
        Rust(&Text::Borrowed(text)).to_string()
    }

    #[test]
    fn texts_are_escaped_as_rust_reads_them() {
        assert_eq!(text("plain é 漢"), r#"B("plain é 漢")"#);
        assert_eq!(text("say \"b\" \\ {x}"), r#"B("say \"b\" \\ {x}")"#);
        assert_eq!(text("a\r\n\tb\0\u{202e}"), r#"B("a\r\n\tb\0\u{202e}")"#);
    }

    #[test]
    fn numbers_come_back_as_they_were() {
        for number in [0.0, -0.0, 0.1, 1e300, 5e-324, 123_456_789.125, f64::MAX, 1e16] {
            let text = Rust(&number).to_string();
            assert_eq!(text.parse().map(f64::to_bits), Ok(number.to_bits()), "{text}");
            assert!(text.contains(['.', 'e']), "{text} would be an integer");
        }
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY].map(|number| Rust(&number).to_string());
        assert_eq!(odd, ["f64::NAN", "f64::INFINITY", "-f64::INFINITY"]);
    }

    #[test]
    fn lists_options_and_words_are_expressions() {
        let sets: List<List<u32>> = vec![List::Borrowed(&[0, 2]), List::default()].into();
        assert_eq!(Rust(&sets).to_string(), "B(&[B(&[0,2]),B(&[])])");
        assert_eq!(Rust(&Some(Date::from_key(20_250_800))).to_string(), "Some(Date::from_key(20250800))");
        assert_eq!(Rust(&Some(Cost::Column(3))).to_string(), "Some(Cost::Column(3))");
        assert_eq!(Rust(&Unit::parse("Elo \"x\"")).to_string(), r#"Unit::Other(B("Elo \"x\""))"#);
        assert_eq!(Rust(&Unit::Percent).to_string(), "Unit::Percent");
    }
}
