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
        $crate::ui::element::Element::new(const {
            &$crate::ui::element::Fixed {
                name: stringify!($tag),
                attributes: &[$((
                    concat!(stringify!($name) $(, "-", stringify!($part))*),
                    yew::virtual_dom::AttributeOrProperty::Static($value),
                )),*],
            }
        })
    };
    ($tag:ident $($name:ident $(-$part:ident)* = $value:literal)* ;
        $($changing:ident $(-$changing_part:ident)* = $changing_value:expr),+ $(,)?) => {
        $crate::ui::element::Element::changing(const {
            &$crate::ui::element::Changing {
                name: stringify!($tag),
                attributes: &[
                    $(concat!(stringify!($name) $(, "-", stringify!($part))*),)*
                    $(concat!(stringify!($changing) $(, "-", stringify!($changing_part))*)),+
                ],
                values: &[$($value),*],
            }
        })
        $(.value_of_attribute($changing_value))+
    };
}
pub(super) use tag;

/// What an element is whose attributes never change: one address where it is made.
pub(super) struct Fixed {
    pub name: &'static str,
    pub attributes: &'static [(&'static str, AttributeOrProperty)],
}

/// What an element is of whose attributes the first have fixed values and the others change.
pub(super) struct Changing {
    pub name: &'static str,
    /// The names of all of them.
    pub attributes: &'static [&'static str],
    pub values: &'static [&'static str],
}

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
    pub(super) fn new(fixed: &'static Fixed) -> Self {
        Self::of(fixed.name, Attributes::Static(fixed.attributes))
    }

    /// An element with attributes that change; see [`tag!`].
    pub(super) fn changing(kind: &'static Changing) -> Self {
        let mut element = Self::of(kind.name, Attributes::default());
        element.0.names = kind.attributes;
        element.0.values.reserve_exact(kind.attributes.len());
        let values = kind.values.iter().map(|value| Some(AttributeOrProperty::Attribute(AttrValue::Static(value))));
        element.0.values.extend(values);
        element
    }

    /// A heading of a level from 2 to 6, or of the nearest of these, with a class.
    pub(super) fn heading(level: u8, class: &'static str) -> Self {
        let name = match level {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        let mut heading = Self::of(name, Attributes::default());
        heading.0.names = &["class"];
        heading.value_of_attribute(class)
    }

    fn of(name: &'static str, attributes: Attributes) -> Self {
        let mut tag = VTag::new(name);
        tag.attributes = attributes;
        Self(Box::new(Parts { tag, names: &[], values: Vec::new(), children: Vec::new(), is_list: false }))
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

    /// What happens when a dialog is closed, by whatever means.
    pub(super) fn onclose(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onclose, callback)
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

    /// What happens when the focus comes to it or something inside.
    pub(super) fn onfocusin(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onfocusin, callback)
    }

    /// What happens when the focus leaves it or something inside.
    pub(super) fn onfocusout(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onfocusout, callback)
    }

    /// What happens when the mouse moves over it.
    pub(super) fn onmousemove(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onmousemove, callback)
    }

    /// What happens when the mouse leaves it.
    pub(super) fn onmouseleave(self, callback: Callback<Event>) -> Self {
        self.on(|| ListenerKind::onmouseleave, callback)
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
        // `extend` would ask each kind of iterator how many are left.
        for child in children {
            self.0.children.push(child);
        }
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
