use crate::units::{Date, List, Text, Unit};

/// Numbers that others have published of one thing at several times, none of which the tables can check.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its id.
    pub id: Text,
    /// Id of the table that it is about.
    pub table: Text,
    /// What is counted.
    pub title: Text,
    /// What its numbers count.
    pub unit: Unit,
    /// Who is said to have found them; may be empty.
    pub credited: Text,
    /// What a reader must know beside them; may be empty.
    pub note: Text,
    /// The numbers, the earliest first; at least two.
    pub points: List<Point>,
}

/// One number of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When it is said to have been so.
    pub date: Date,
    /// The number.
    pub value: f64,
    /// A word before it, as `up to`; may be empty.
    pub about: Text,
    /// Id of the claim that says so.
    pub claim: Text,
}
