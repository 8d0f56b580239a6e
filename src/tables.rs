use compare::catalog::Table;

#[allow(unreachable_pub, reason = "written by build.rs, for any module")]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The tables that are compiled in, in the order in which readers choose among them.
pub fn tables() -> &'static [Table] {
    compiled::TABLES
}
