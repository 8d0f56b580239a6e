use compare::units::Unit;

/// Other names under which authors know the units that a table knows.
const OTHER_NAMES: [(&str, &[&str]); 7] = [
    ("percent", &["%", "pct", "percentage", "per cent", "percentages"]),
    ("USD", &["$", "us$", "dollar", "dollars", "us dollar", "us dollars"]),
    (
        "USD/mtok",
        &[
            "usd/1m",
            "usd/1m tokens",
            "usd/m tokens",
            "usd/million tokens",
            "usd per mtok",
            "usd per million tokens",
            "$/mtok",
            "$/1m tokens",
        ],
    ),
    ("USD/month", &["usd/mo", "usd a month", "usd per month", "$/month", "$/mo"]),
    ("tokens", &["token", "tok"]),
    ("parameters", &["parameter", "params", "param"]),
    ("seconds", &["second", "secs", "sec", "s"]),
];

/// The known unit that a text seems to mean, where it is not written as that one is.
pub(crate) fn meant(found: &str) -> Option<&'static str> {
    let is_other = matches!(Unit::parse(found), Unit::Other(_));
    let found = found.trim().to_lowercase();
    let names = |(known, others): &(&'static str, &[&str])| {
        (known.to_lowercase() == found || others.contains(&&*found)).then_some(*known)
    };
    OTHER_NAMES.iter().find_map(names).filter(|_| is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_near_a_known_unit_mean_it() {
        let near = ["%", "usd", "USD/Mtok", "Tokens", "s", " USD", "$/mtok", "params", "USD/Month"];
        let known = ["percent", "USD", "USD/mtok", "tokens", "seconds", "USD", "USD/mtok", "parameters", "USD/month"];
        assert_eq!(near.map(meant), known.map(Some));
    }

    #[test]
    fn known_units_and_others_stay_as_they_are() {
        for (known, others) in OTHER_NAMES {
            assert_eq!(meant(known), None);
            assert!(others.iter().all(|other| meant(other) == Some(known)), "{known}");
        }
        for other in ["", "Elo", "of 10", "times", "downloads", "a second", "EUR", "GB", "languages"] {
            assert_eq!(meant(other), None, "{other}");
        }
    }
}
