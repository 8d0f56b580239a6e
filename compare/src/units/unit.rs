use super::Text;

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing that was said.
    None,
    /// A share in hundredths, from 0 to 100.
    Percent,
    /// US dollars.
    Usd,
    /// US dollars per million tokens.
    UsdPerMtok,
    /// US dollars a month.
    UsdPerMonth,
    /// Tokens.
    Tokens,
    /// Parameters of a model.
    Parameters,
    /// Seconds.
    Seconds,
    /// Any other unit, shown as it is.
    Other(Text),
}

impl Unit {
    /// The unit that a text names; a text that is not known is a unit of its own.
    pub fn parse(text: &str) -> Self {
        match text {
            "" => Self::None,
            "percent" => Self::Percent,
            "USD" => Self::Usd,
            "USD/mtok" => Self::UsdPerMtok,
            "USD/month" => Self::UsdPerMonth,
            "tokens" => Self::Tokens,
            "parameters" => Self::Parameters,
            "seconds" => Self::Seconds,
            other => Self::Other(other.to_owned().into()),
        }
    }

    /// The text that [`Unit::parse`] reads.
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "",
            Self::Percent => "percent",
            Self::Usd => "USD",
            Self::UsdPerMtok => "USD/mtok",
            Self::UsdPerMonth => "USD/month",
            Self::Tokens => "tokens",
            Self::Parameters => "parameters",
            Self::Seconds => "seconds",
            Self::Other(text) => text,
        }
    }

    /// Whether the number is an amount of money.
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Usd | Self::UsdPerMtok | Self::UsdPerMonth)
    }

    /// The least and the greatest number that makes sense.
    pub fn range(&self) -> (f64, f64) {
        match self {
            Self::None | Self::Other(_) => (f64::NEG_INFINITY, f64::INFINITY),
            Self::Percent => (0.0, 100.0),
            _ => (0.0, f64::INFINITY),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_reads_as_it_is_written() {
        for text in ["", "percent", "USD", "USD/mtok", "USD/month", "tokens", "parameters", "seconds", "Elo"] {
            assert_eq!(Unit::parse(text).as_str(), text);
        }
    }
}
