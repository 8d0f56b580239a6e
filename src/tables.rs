use compare::catalog::Table;

mod compiled {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The tables that are compiled in, in the order in which readers choose among them.
pub fn tables() -> &'static [Table] {
    compiled::TABLES
}
