use compare::catalog::{Book, Table};

mod compiled {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The tables that are compiled in, in the order in which readers choose among them.
pub fn tables() -> &'static [Table] {
    compiled::TABLES
}

/// What is said about those tables.
pub fn book() -> &'static Book {
    &compiled::BOOK
}
