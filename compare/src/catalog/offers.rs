use crate::units::{Date, Gather, List, Text, ranking};

/// What providers charge for the models of a table.
///
/// There are thousands of them in a download, so each is four positions: 2,300 offers weigh a third of what they would
/// written out. Prices stand in their order, and so do the offers for a row: that takes 0.8 of 9 KiB of brotli off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// The names of the providers.
    pub providers: List<Text>,
    /// The distinct prices of input, output and cached input in millionths of a dollar for a million tokens;
    /// [`Offers::UNKNOWN`] is missing.
    pub prices: List<[u32; 3]>,
    /// Where and when the offers were seen.
    pub seen: List<Seen>,
    /// Of each offer its row and its positions in the three lists, in order of rows, then of prices.
    pub of: List<[u16; 4]>,
}

/// Where and when an offer was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Position in the table's sources.
    pub source: u16,
    /// The date of the price.
    pub as_of: Option<Date>,
}

/// What one provider charges for one model, in USD per million tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer<'a> {
    /// Who charges it.
    pub provider: &'a str,
    /// For input.
    pub input: f64,
    /// For output.
    pub output: f64,
    /// For input that is served from a cache, where that is known.
    pub cached: Option<f64>,
    /// Position in the table's sources.
    pub source: u16,
    /// The date of the price.
    pub as_of: Option<Date>,
}

/// An offer as it was written down: there may be several of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Position of the row.
    pub row: u16,
    /// Who charges it.
    pub provider: String,
    /// Prices of input, output and cached input in millionths of a dollar for a million tokens; [`Offers::UNKNOWN`] is
    /// missing.
    pub prices: [u32; 3],
    /// Where and when it was seen.
    pub seen: Seen,
}

impl Offers {
    /// The price that stands for a missing one.
    pub const UNKNOWN: u32 = u32::MAX;

    /// The offers that count: an offer of nothing for input and output is missing; of several of one provider for one
    /// row the newest counts, of equally new ones the last.
    pub fn new(known: impl IntoIterator<Item = Known>) -> Self {
        let known: Vec<Known> = known.into_iter().filter(|offer| offer.prices[..2] != [0, 0]).gathered();
        let key = |place: usize| (known[place].row, &known[place].provider);
        let date = |place: usize| known[place].seen.as_of;
        let order = ranking(known.len(), &|a, b| key(a).cmp(&key(b)).then_with(|| date(a).cmp(&date(b))));
        let mut next = order.iter().skip(1);
        let newest = order.iter().filter(|place| next.next().is_none_or(|next| key(*next) != key(**place)));
        let mut newest: Vec<&Known> = newest.map(|place| &known[*place]).gathered();
        newest.sort_by_key(|offer| (offer.row, offer.prices));
        let mut prices: Vec<[u32; 3]> = newest.iter().map(|offer| offer.prices).gathered();
        prices.sort_unstable();
        prices.dedup();
        let (mut providers, mut seen) = (Vec::new(), Vec::new());
        let of = newest.into_iter().map(|offer| {
            let provider = position(&mut providers, Text::from(offer.provider.clone()));
            let price = prices.partition_point(|price| *price < offer.prices) as u16;
            [offer.row, provider, price, position(&mut seen, offer.seen.clone())]
        });
        let of = of.gathered().into();
        Self { providers: providers.into(), prices: prices.into(), seen: seen.into(), of }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// The offers for a row, in no order that matters.
    pub fn of_row(&self, row: usize) -> impl Iterator<Item = Offer<'_>> {
        let start = self.of.partition_point(|offer| usize::from(offer[0]) < row);
        let rest = self.of.get(start..).unwrap_or_default().iter();
        rest.take_while(move |offer| usize::from(offer[0]) == row).filter_map(|offer| self.read(*offer))
    }

    fn read(&self, [_, provider, prices, seen]: [u16; 4]) -> Option<Offer<'_>> {
        let [input, output, cached] = *self.prices.get(usize::from(prices))?;
        let seen = self.seen.get(usize::from(seen))?;
        Some(Offer {
            provider: self.providers.get(usize::from(provider))?,
            input: dollars(input),
            output: dollars(output),
            cached: (cached != Self::UNKNOWN).then(|| dollars(cached)),
            source: seen.source,
            as_of: seen.as_of,
        })
    }

    /// The offers for some rows, which take the places that they have in the list.
    pub(super) fn narrowed(&self, rows: &[u32]) -> Self {
        if self.is_empty() {
            return self.clone();
        }
        let mut of = Vec::new();
        for (place, row) in (0..).zip(rows) {
            let kept = self.of.iter().filter(|offer| u32::from(offer[0]) == *row);
            of.extend(kept.map(|[_, provider, prices, seen]| [place, *provider, *prices, *seen]));
        }
        Self { of: of.into(), ..self.clone() }
    }
}

/// Whole millionths divided by a million are the number that the decimal text would be read as.
fn dollars(millionths: u32) -> f64 {
    f64::from(millionths) / 1e6
}

/// The position of a thing in a list, at whose end it is put where it is new.
fn position<T: PartialEq>(list: &mut Vec<T>, thing: T) -> u16 {
    let at = list.iter().position(|other| *other == thing).unwrap_or_else(|| {
        list.push(thing);
        list.len() - 1
    });
    at as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(row: u16, provider: &str, prices: [u32; 3], as_of: &str) -> Known {
        let seen = Seen { source: 0, as_of: Date::parse(as_of).ok() };
        Known { row, provider: provider.into(), prices, seen }
    }

    /// Providers with their input prices.
    fn of_row(offers: &Offers, row: usize) -> Vec<(&str, f64)> {
        offers.of_row(row).map(|offer| (offer.provider, offer.input)).collect()
    }

    const NONE: u32 = Offers::UNKNOWN;

    #[test]
    fn of_several_offers_of_one_provider_the_newest_counts() {
        let known = [
            known(0, "a", [1_000_000, 2_000_000, NONE], "2026-07-02"),
            known(0, "a", [3_000_000, 4_000_000, NONE], "2025-07-02"),
            known(0, "b", [5_000_000, 6_000_000, NONE], "2024"),
            known(0, "c", [7_000_000, 1, NONE], "2026-07-02"),
            known(0, "c", [8_000_000, 1, NONE], "2026-07-02"),
        ];
        assert_eq!(of_row(&Offers::new(known), 0), [("a", 1.0), ("b", 5.0), ("c", 8.0)]);
    }

    #[test]
    fn an_offer_of_nothing_is_missing_and_free_input_alone_is_not() {
        let known = [
            known(0, "a", [1_000_000, 1, NONE], "2025"),
            known(0, "a", [0, 0, NONE], "2026"),
            known(0, "b", [0, 250_000, NONE], "2026"),
            known(1, "a", [0, 0, 0], "2026"),
        ];
        let offers = Offers::new(known);
        assert_eq!(of_row(&offers, 0), [("b", 0.0), ("a", 1.0)]);
        assert_eq!(of_row(&offers, 1), []);
    }

    #[test]
    fn prices_come_back_as_they_were_written() {
        let offers =
            Offers::new([known(2, "a", [150_000, 600_000, 75_001], "2026-01-31"), known(2, "b", [1, 2, NONE], "2026")]);
        let [second, first] = [0, 1].map(|at| offers.of_row(2).nth(at).unwrap());
        assert_eq!((first.input, first.output, first.cached), (0.15, 0.6, Some(0.075_001)));
        assert_eq!((second.cached, second.source, second.as_of), (None, 0, Date::parse("2026").ok()));
    }

    #[test]
    fn a_narrowed_table_keeps_the_offers_of_its_rows_at_their_new_places() {
        let offers = Offers::new((0..3).map(|row| known(row, "a", [u32::from(row) * 1_000_000, 1, NONE], "2026")));
        let narrowed = offers.narrowed(&[2, 0]);
        assert_eq!([0, 1, 2].map(|row| of_row(&narrowed, row)), [vec![("a", 2.0)], vec![("a", 0.0)], vec![]]);
    }
}
