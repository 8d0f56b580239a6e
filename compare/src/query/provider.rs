use super::{Field, columns_behind};
use crate::catalog::{Figure, Offer, Reporter, Role, Table};
use crate::units::Gather;

/// Who charges the price that a field of a row shows or is worked out from, where that is another than who made the
/// model; `None` where it is the same one, where either is not named, and of a field that has nothing to do with
/// prices.
///
/// A maker may sell under another name: whoever charges a price that the maker itself reports is no other.
pub fn other_provider(table: &Table, field: Field, row: usize) -> Option<&str> {
    let vendor = letters(table.text("vendor", row)?);
    let other = |figure: &&Figure| {
        let is_own = figure.reported_by == Some(Reporter::Vendor) || is_one(&vendor, &letters(&figure.provider));
        !figure.provider.is_empty() && !is_own
    };
    let columns = if field == Field::Value { Vec::new() } else { columns_behind(field, table) };
    let prices = columns.into_iter().filter_map(|column| table.columns.get(column));
    let prices = prices.filter(|column| column.unit.is_money() || column.role.is_some());
    let mut figures = prices.filter_map(|column| column.figure(row));
    figures.find(other).map(|figure| &*figure.provider)
}

/// Which of the offers for a row is the maker's own, from a list that is newer than the row's own price, where the two
/// differ; a cached price that either leaves out is no difference.
pub fn later_own_offer<'a>(table: &Table, row: usize, offers: &'a [Offer<'a>]) -> Option<&'a Offer<'a>> {
    let vendor = letters(table.text("vendor", row)?);
    let (input, output) = (table.playing(Role::InputPrice)?, table.playing(Role::OutputPrice)?);
    let own = [input, output].map(|column| column.cells.number(row));
    let cached = table.playing(Role::CachedPrice).and_then(|column| column.cells.number(row));
    let charged = input.figure(row)?;
    let seen = charged.as_of?;
    // A longer name, such as `alibaba-cn`, is another price list.
    let is_own = |offer: &Offer<'_>| {
        let provider = letters(offer.provider);
        let is_list = provider.len() <= vendor.len() || *offer.provider == *charged.provider;
        offer.as_of > Some(seen) && is_list && is_one(&vendor, &provider)
    };
    let differs = |offer: &Offer<'_>| {
        let is_known = offer.cached.is_some() && cached.is_some();
        own != [Some(offer.input), Some(offer.output)] || is_known && offer.cached != cached
    };
    offers.iter().find(|offer| is_own(offer) && differs(offer))
}

/// The letters and digits of a name, in lower case: lists of offers write `x-ai` and `moonshotai` where others write xAI
/// and Moonshot AI.
pub fn letters(name: &str) -> Vec<u8> {
    name.bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        .map(|byte| byte.to_ascii_lowercase())
        .gathered()
}

/// Whether two names are of one house: `mistral` is Mistral AI, and Amazon Bedrock is Amazon's. A short name that
/// begins another proves nothing.
fn is_one(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() == long.len() && short == long || short.len() >= 4 && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, Interval, Known, Offers, Seen};
    use crate::units::Date;

    /// A price that someone charges and someone reports, of a model of X.
    fn other(provider: &str, reported_by: Option<Reporter>, field: &str) -> Option<String> {
        other_of("vendor", "X", provider, reported_by, field)
    }

    /// The same of a model of another, whose name stands in a column of an id.
    fn other_of(id: &str, vendor: &str, provider: &str, reported_by: Option<Reporter>, field: &str) -> Option<String> {
        let text = format!("name | {id} | in:number | out:number | score:number \n A | {vendor} | 1 | 2 | 3");
        let mut table = crate::testing::table(&text);
        let figure = Figure {
            row: 0,
            interval: Interval::Unknown,
            source: None,
            as_of: None,
            reported_by,
            provider: provider.to_owned().into(),
            note: "".into(),
        };
        let charged = |column: Column| Column { figures: vec![figure.clone()].into(), ..column };
        table.columns = table.columns.iter().cloned().map(charged).collect();
        other_provider(&table, Field::parse(field, &table).unwrap(), 0).map(str::to_owned)
    }

    #[test]
    fn who_charges_a_price_is_another_unless_they_made_the_model() {
        assert_eq!(other("Y", None, "in").as_deref(), Some("Y"));
        assert_eq!(other("Y", Some(Reporter::Independent), "workload").as_deref(), Some("Y"));
        assert_eq!([other("X", None, "in"), other("", None, "in")], [None, None]);
    }

    #[test]
    fn a_maker_may_sell_under_another_name() {
        assert_eq!(other("X Cloud", Some(Reporter::Vendor), "workload"), None);
    }

    #[test]
    fn a_maker_is_known_by_the_names_that_lists_of_offers_give_it() {
        let own = |vendor, provider| other_of("vendor", vendor, provider, None, "in").is_none();
        for (vendor, provider) in [
            ("OpenAI", "openai"),
            ("xAI", "x-ai"),
            ("Z.ai", "zai"),
            ("Mistral AI", "mistral"),
            ("Moonshot AI", "moonshotai-cn"),
            ("Amazon", "amazon-bedrock"),
        ] {
            assert!(own(vendor, provider), "{provider} is {vendor}");
        }
        for (vendor, provider) in [("OpenAI", "openrouter"), ("xAI", "xaip"), ("Meta", "together"), ("X", "XY")] {
            assert!(!own(vendor, provider), "{provider} is not {vendor}");
        }
    }

    /// What the maker Alibaba charges later, where its own price is 1 and 2 of July.
    fn later(provider: &str, prices: [u32; 2], as_of: &str) -> Option<f64> {
        let mut table = crate::testing::table("name | vendor | in:number | out:number \n A | Alibaba | 1 | 2");
        let figure = Figure {
            row: 0,
            interval: Interval::Unknown,
            source: None,
            as_of: Date::parse("2026-07-02").ok(),
            reported_by: None,
            provider: "Alibaba Cloud".into(),
            note: "".into(),
        };
        let charged = |column: Column| Column { figures: vec![figure.clone()].into(), ..column };
        table.columns = table.columns.iter().cloned().map(charged).collect();
        let [input, output] = prices.map(|price| price * 1_000_000);
        let seen = Seen { source: 0, as_of: Date::parse(as_of).ok() };
        let known = Known { row: 0, provider: provider.to_owned(), prices: [input, output, Offers::UNKNOWN], seen };
        table.offers = Offers::new([known]);
        let offers: Vec<_> = table.offers.of_row(0).collect();
        later_own_offer(&table, 0, &offers).map(|offer| offer.input)
    }

    #[test]
    fn a_later_offer_of_the_maker_is_told_where_it_differs() {
        assert_eq!(later("alibaba", [3, 4], "2026-08-01"), Some(3.0));
        assert_eq!(later("alibaba", [1, 3], "2026-08-01"), Some(1.0));
        assert_eq!(later("alibaba", [1, 2], "2026-08-01"), None);
        assert_eq!(later("alibaba", [3, 4], "2026-07-02"), None);
        assert_eq!(later("openrouter", [3, 4], "2026-08-01"), None);
        assert_eq!(later("alibaba-cn", [3, 4], "2026-08-01"), None);
    }

    #[test]
    fn where_the_maker_is_not_named_nobody_is_another() {
        assert_eq!(other_of("family", "X", "Y", None, "in"), None);
    }

    #[test]
    fn only_prices_have_a_provider() {
        assert_eq!(["name", "value", "score"].map(|field| other("Y", None, field)), [None, None, None]);
    }
}
