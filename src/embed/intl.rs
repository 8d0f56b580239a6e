use compare::format::{Digits, Numbers};
use compare::units::{Date, Gather};
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.NumberFormat` and `Intl.DateTimeFormat`, whose `format` is a function bound to its formatter.
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn format(this: &NumberFormat) -> Function;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn format(this: &DateTimeFormat) -> Function;
}

/// Numbers and dates as the browser writes them in a language.
pub(super) struct IntlNumbers {
    locales: Array,
    /// Making a formatter costs a hundred times what using it does, and a page needs a handful.
    formatters: RefCell<Vec<(Style, Function)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Decimal(u8, u8),
    Money(u8, u8),
    Compact,
    Day,
    Month,
    Year,
}

impl IntlNumbers {
    /// Writes in a language such as `de-AT`; in the browser's own where the tag is empty or not understood.
    pub(super) fn new(language: &str) -> Self {
        let wanted = Array::new();
        if !language.is_empty() {
            wanted.push(&JsValue::from_str(language));
        }
        let understood = NumberFormat::new(&wanted, &Object::new()).is_ok();
        Self { locales: if understood { wanted } else { Array::new() }, formatters: RefCell::default() }
    }

    fn write(&self, style: Style, value: &JsValue) -> String {
        let known = self.formatters.borrow().iter().find(|(made, _)| *made == style).map(|(_, format)| format.clone());
        let formatter = known.or_else(|| {
            self.formatter(style).inspect(|format| self.formatters.borrow_mut().push((style, format.clone())))
        });
        formatter.and_then(|format| format.call1(&JsValue::NULL, value).ok()?.as_string()).unwrap_or_default()
    }

    fn formatter(&self, style: Style) -> Option<Function> {
        let digits = |min: u8, max: u8| {
            [("minimumFractionDigits", JsValue::from(min)), ("maximumFractionDigits", JsValue::from(max))]
        };
        match style {
            Style::Decimal(min, max) => self.number_formatter(&digits(min, max)),
            Style::Money(min, max) => {
                let [least, most] = digits(min, max);
                let narrow = ("currencyDisplay", "narrowSymbol".into());
                self.number_formatter(&[("style", "currency".into()), ("currency", "USD".into()), narrow, least, most])
            }
            Style::Compact => {
                self.number_formatter(&[("notation", "compact".into()), ("maximumSignificantDigits", 3.into())])
            }
            Style::Day => self.date_formatter(&["day", "month", "year"]),
            Style::Month => self.date_formatter(&["month", "year"]),
            Style::Year => self.date_formatter(&["year"]),
        }
    }

    fn number_formatter(&self, options: &[(&str, JsValue)]) -> Option<Function> {
        Some(NumberFormat::new(&self.locales, &object(options)).ok()?.format())
    }

    fn date_formatter(&self, parts: &[&'static str]) -> Option<Function> {
        let part = |part: &&'static str| (*part, JsValue::from(if *part == "month" { "short" } else { "numeric" }));
        let zone = ("timeZone", JsValue::from("UTC"));
        let options: Vec<(&str, JsValue)> = parts.iter().map(part).chain([zone]).gathered();
        Some(DateTimeFormat::new(&self.locales, &object(&options)).ok()?.format())
    }
}

/// A number with a true minus, where a language writes a hyphen.
fn signed(number: String) -> String {
    match number.strip_prefix('-') {
        Some(rest) => "\u{2212}".to_owned() + rest,
        None => number,
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of an object that was just made cannot fail.
        drop(Reflect::set(&object, &JsValue::from_str(key), value));
    }
    object
}

impl Numbers for IntlNumbers {
    fn number(&self, number: f64, digits: Digits) -> String {
        signed(self.write(Style::Decimal(digits.min, digits.max), &number.into()))
    }

    fn money(&self, dollars: f64, digits: Digits) -> String {
        signed(self.write(Style::Money(digits.min, digits.max), &dollars.into()))
    }

    fn compact(&self, number: f64) -> String {
        signed(self.write(Style::Compact, &number.into()))
    }

    fn date(&self, date: Date) -> String {
        let style = match (date.month(), date.day()) {
            (Some(_), Some(_)) => Style::Day,
            (Some(_), None) => Style::Month,
            _ => Style::Year,
        };
        // Read as a text, for the year 50 as a number means 1950.
        let moment = js_sys::Date::parse(&date.first_day().to_string());
        self.write(style, &moment.into())
    }
}
