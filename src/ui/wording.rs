use super::Handle;
use compare::format::{Numbers, Words};
use compare::query::Indexed;
use yew::prelude::*;

/// How numbers and dates are written: a context, for it never changes while a widget lives.
#[derive(Clone, PartialEq)]
pub struct Wording(pub Handle<dyn Numbers>);

impl Wording {
    /// Words for what a table holds.
    pub fn of<'a>(&'a self, table: &'a Indexed) -> Words<'a> {
        Words { table, numbers: &*self.0 }
    }
}

/// The wording of the widget.
#[hook]
pub fn use_wording() -> Wording {
    use_context::<Wording>().unwrap_or_else(|| Wording(Handle(std::rc::Rc::new(compare::format::Plain))))
}
