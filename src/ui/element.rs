//! Elements of the page, put together step by step.
//!
//! What `html!` writes out for each element anew is done by one function here: the 120 elements of the widget weigh 4.5
//! KiB less on their way to a reader. `html!` still makes components.

use std::rc::Rc;
use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};

/// Starts an [`Element`]: its name, the attributes that never change, and after a `;` those that do.
///
/// `tag!(input type="range" min="0"; aria-label = name)`. An attribute that is `None` is left out.
macro_rules! tag {
    ($tag:ident $($name:ident $(-$part:ident)* = $value:literal)*) => {
        $crate::ui::element::Element::new(
            stringify!($tag),
            yew::virtual_dom::Attributes::Static(&[$((
                concat!(stringify!($name) $(, "-", stringify!($part))*),
                yew::virtual_dom::AttributeOrProperty::Static($value),
            )),*]),
        )
    };
    ($tag:ident $($name:ident $(-$part:ident)* = $value:literal)* ;
        $($changing:ident $(-$changing_part:ident)* = $changing_value:expr),+ $(,)?) => {
        $crate::ui::element::Element::changing(
            stringify!($tag),
            &[
                $(concat!(stringify!($name) $(, "-", stringify!($part))*),)*
                $(concat!(stringify!($changing) $(, "-", stringify!($changing_part))*)),+
            ],
            &[$($value),*],
        )
        $(.value_of_attribute($changing_value))+
    };
}
pub(super) use tag;

/// An element that is being put together.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    /// The names of the attributes that change and of those beside them, and the values known so far.
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
    /// Whether the number of children changes: then even one child is a list.
    is_list: bool,
}

impl Element {
    /// An element with attributes that never change; see [`tag!`].
    pub(super) fn new(name: &'static str, attributes: Attributes) -> Self {
        let mut tag = VTag::new(name);
        tag.attributes = attributes;
        Self(Box::new(Parts { tag, names: &[], values: Vec::new(), children: Vec::new(), is_list: false }))
    }

    /// An element with attributes of which the first have fixed values; see [`tag!`].
    pub(super) fn changing(name: &'static str, names: &'static [&'static str], fixed: &[&'static str]) -> Self {
        let mut element = Self::new(name, Attributes::default());
        element.0.names = names;
        element.0.values.reserve_exact(names.len());
        element
            .0
            .values
            .extend(fixed.iter().map(|value| Some(AttributeOrProperty::Attribute(AttrValue::Static(value)))));
        element
    }

    /// The value of the next attribute that changes; see [`tag!`].
    pub(super) fn value_of_attribute(mut self, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
        self.0.values.push(value.into_prop_value().map(AttributeOrProperty::Attribute));
        self
    }

    /// What tells the element from others in a list.
    pub(super) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Where the element of the page is to be found.
    pub(super) fn found_by(mut self, place: &NodeRef) -> Self {
        self.0.tag.node_ref = place.clone();
        self
    }

    /// What stands in an input.
    pub(super) fn value(mut self, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
        self.0.tag.set_value(value.into_prop_value());
        self
    }

    /// Whether a box is ticked.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// What happens when it is pressed.
    pub(super) fn onclick(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onclick, callback)
    }

    /// What happens with every change of an input.
    pub(super) fn oninput(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::oninput, callback)
    }

    /// What happens when a change of an input is done.
    pub(super) fn onchange(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onchange, callback)
    }

    /// What happens when a key goes down.
    pub(super) fn onkeydown(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onkeydown, callback)
    }

    /// What happens when the focus leaves it or something inside.
    pub(super) fn onfocusout(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onfocusout, callback)
    }

    fn on(mut self, kind: fn() -> ListenerKind, callback: Callback<Event>) -> Self {
        self.0.tag.add_listener(Rc::new(Heard { kind, callback }));
        self
    }

    /// A text inside, behind what is there.
    pub(super) fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(VText::new(text))
    }

    /// A child behind those that are there.
    pub(super) fn child(mut self, child: impl Into<Html>) -> Self {
        self.0.children.push(child.into());
        self
    }

    /// A child that may be missing; its place stays.
    pub(super) fn maybe(self, child: Option<impl Into<Html>>) -> Self {
        self.child(child.map(Into::into).unwrap_or_default())
    }

    /// Any number of children behind those that are there.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        self.0.is_list = true;
        self.0.children.extend(children);
        self
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        let Parts { mut tag, names: keys, values, mut children, is_list } = *element.0;
        if !values.is_empty() {
            tag.attributes = Attributes::Dynamic { keys, values: values.into() };
        }
        if let Some(inside) = tag.children_mut() {
            let only = if is_list || children.len() > 1 { None } else { children.pop() };
            *inside = only.unwrap_or_else(|| all(children));
        }
        tag.into()
    }
}

/// Nodes that stand side by side.
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A yes or no as ARIA says it.
pub(super) fn said(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A text on its own.
pub(super) fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// One kind of listener for all events.
struct Heard {
    /// Makes the kind: to clone one takes a list of all hundred.
    kind: fn() -> ListenerKind,
    callback: Callback<Event>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
