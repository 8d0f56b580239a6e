use std::borrow::Cow;

/// A cell as it was written, before it is checked against its column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing is known.
    Missing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list of texts.
    List(Vec<Cow<'a, str>>),
    /// A value with what makes it true.
    Figure(Box<FigureSpec<'a>>),
    /// Something that no cell can be, in words: `a list of numbers`.
    Other(&'static str),
}

/// A figure as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureSpec<'a> {
    /// The value itself.
    pub value: Option<Value<'a>>,
    /// Lower bound of the 95 % interval.
    pub low: Option<f64>,
    /// Upper bound of the 95 % interval.
    pub high: Option<f64>,
    /// Successes.
    pub k: Option<f64>,
    /// Trials.
    pub n: Option<f64>,
    /// Id of a source.
    pub source: Option<Cow<'a, str>>,
    /// Date of the figure.
    pub as_of: Option<Cow<'a, str>>,
    /// `vendor` or `independent`.
    pub reported_by: Option<Cow<'a, str>>,
    /// Who charges a price.
    pub provider: Option<Cow<'a, str>>,
    /// What a reader must know to compare it.
    pub note: Option<Cow<'a, str>>,
}

impl Value<'_> {
    /// What was found, in words, for a message.
    pub(super) fn found(&self) -> String {
        match self {
            Self::Missing => "nothing".to_owned(),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(_) => "a number".to_owned(),
            Self::Text(text) => format!("\"{text}\""),
            Self::List(_) => "a list".to_owned(),
            Self::Figure(_) => "a figure".to_owned(),
            Self::Other(words) => (*words).to_owned(),
        }
    }
}
