use super::workload::{self, ListPrices, cost};
use crate::catalog::{Cells, Column, Figure, Interval, Offer, Role, Table, Workload};
use crate::units::{Gather, Text, UsdPerMonth, UsdPerMtok, ranking};

/// Which of the known list prices of one model counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prices {
    /// That of who made it.
    #[default]
    FirstParty,
    /// The lowest of all, the row's own among them.
    Cheapest,
    /// The one in the middle of all, the row's own among them.
    Median,
}

impl Prices {
    /// Every choice with the word for it.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::FirstParty, "first-party"), (Self::Cheapest, "cheapest"), (Self::Median, "median")];

    /// The offer that counts among some that stand in order of cost, before one of which stands the row's own price,
    /// where it has one: of two in the middle the lower; `None` where the row's own price counts.
    fn pick<'a>(self, offers: &[Offer<'a>], own: Option<usize>) -> Option<Offer<'a>> {
        let all = offers.len() + usize::from(own.is_some());
        let at = match self {
            Self::FirstParty => return None,
            Self::Cheapest => 0,
            Self::Median => all.saturating_sub(1) / 2,
        };
        match own {
            Some(own) if at == own => None,
            Some(own) if at > own => offers.get(at - 1).copied(),
            _ => offers.get(at).copied(),
        }
    }
}

/// The offers for a row, from the one at which a request of the workload costs least to the one at which it costs most;
/// equal ones by the provider's name.
pub fn offers_by_cost<'a>(table: &'a Table, row: usize, workload: &Workload) -> Vec<Offer<'a>> {
    let offers: Vec<Offer<'a>> = table.offers.of_row(row).gathered();
    let price = |offer: &Offer<'_>| of_request(workload, list_prices(offer));
    let order = ranking(offers.len(), &|a, b| {
        let (a, b) = (&offers[a], &offers[b]);
        price(a).total_cmp(&price(b)).then_with(|| a.provider.cmp(b.provider))
    });
    order.into_iter().map(|place| offers[place]).gathered()
}

fn list_prices(offer: &Offer<'_>) -> ListPrices {
    let (input, output) = (UsdPerMtok(offer.input), UsdPerMtok(offer.output));
    ListPrices { input, output, cached: offer.cached.map(UsdPerMtok) }
}

/// What one request costs: a reader may think of no request at all.
fn of_request(workload: &Workload, prices: ListPrices) -> f64 {
    let UsdPerMonth(cost) = cost(&Workload { requests: 1.0, ..*workload }, prices);
    cost
}

impl Table {
    /// The same table with other list prices: each row has those of one offer, whole and with its source, provider and
    /// date, or its own, which stand before equal ones, and for the offer of whoever charges them. `None` where nothing
    /// changes.
    pub fn priced(&self, prices: Prices, workload: &Workload) -> Option<Self> {
        if prices == Prices::FirstParty || self.offers.is_empty() {
            return None;
        }
        let own = workload::prices(self);
        let input = self.playing(Role::InputPrice);
        let pick = |row: usize| {
            let mut offers = offers_by_cost(self, row, workload);
            let own = own(row).map(|own| of_request(workload, own));
            if let Some(figure) = input.and_then(|input| input.figure(row)).filter(|_| own.is_some()) {
                offers.retain(|offer| *offer.provider != *figure.provider);
            }
            let place = |own: f64| offers.partition_point(|offer| of_request(workload, list_prices(offer)) < own);
            prices.pick(&offers, own.map(place))
        };
        let chosen: Vec<Option<Offer<'_>>> = (0..self.len()).map(pick).gathered();
        let columns = self.columns.iter().map(|column| match column.role {
            Some(Role::InputPrice) => repriced(column, &chosen, |offer| offer.input),
            Some(Role::OutputPrice) => repriced(column, &chosen, |offer| offer.output),
            Some(Role::CachedPrice) => repriced(column, &chosen, |offer| offer.cached.unwrap_or(f64::NAN)),
            _ => column.clone(),
        });
        Some(Self { columns: columns.gathered().into(), ..self.clone() })
    }
}

/// A column of prices with those of the offers chosen.
fn repriced(column: &Column, chosen: &[Option<Offer<'_>>], price: fn(&Offer<'_>) -> f64) -> Column {
    let numbers = column.cells.numbers().iter().zip(chosen);
    let numbers = numbers.map(|(own, offer)| offer.as_ref().map_or(*own, price)).gathered().into();
    let figures = (0..).zip(chosen).filter_map(|(row, offer)| match offer {
        Some(offer) => price(offer).is_finite().then(|| figure(row, offer)),
        None => column.figure(row as usize).cloned(),
    });
    Column { cells: Cells::Number(numbers), figures: figures.gathered().into(), ..column.clone() }
}

fn figure(row: u32, offer: &Offer<'_>) -> Figure {
    Figure {
        row,
        interval: Interval::Unknown,
        source: Some(offer.source),
        as_of: offer.as_of,
        reported_by: None,
        provider: Text::from(offer.provider.to_owned()),
        note: Text::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Known, Offers, Seen};
    use crate::units::{Date, Tokens};

    const NONE: u32 = Offers::UNKNOWN;
    const WORKLOAD: Workload = Workload { requests: 1.0, input: Tokens(1.0), output: Tokens(1.0), cached: 0.5 };

    /// Alpha has offers of four providers, Beta none.
    fn table() -> Table {
        let table = crate::testing::table(
            "name | in:number | out:number | cache:number \n Alpha | 9 | 9 | 1 \n Beta | 2 | 3 |",
        );
        let known = |provider: &str, prices| Known {
            row: 0,
            provider: provider.into(),
            prices,
            seen: Seen { source: 0, as_of: Date::parse("2026-07-02").ok() },
        };
        let offers = [
            // Cheapest in input, dearest in all.
            known("d", [1, 9_000_000, NONE]),
            known("c", [3_000_000, 3_000_000, 3_000_000]),
            known("b", [2_000_000, 3_000_000, NONE]),
            known("a", [3_000_000, 2_000_000, 1_000_000]),
        ];
        Table { offers: Offers::new(offers), ..table }
    }

    /// The prices of a row, as far as they are known.
    fn prices(prices: Prices, workload: &Workload, row: usize) -> [Option<f64>; 3] {
        let table = table().priced(prices, workload).unwrap();
        ["in", "out", "cache"].map(|id| table.columns[table.column(id).unwrap()].cells.number(row))
    }

    /// The prices of Alpha, if its own are these for input and output.
    fn of_own(own: &str, prices: Prices) -> [Option<f64>; 3] {
        let text = format!("name | in:number | out:number | cache:number \n Alpha | {own} |");
        let table = Table { offers: table().offers, ..crate::testing::table(&text) };
        let table = table.priced(prices, &WORKLOAD).unwrap();
        ["in", "out", "cache"].map(|id| table.columns[table.column(id).unwrap()].cells.number(0))
    }

    #[test]
    fn offers_stand_in_order_of_what_a_request_costs() {
        // a: 1.5 + 0.5 + 2 = 4; b: 2 + 3 = 5; c: 3 + 3 = 6; d: 9.
        let (table, none) = (table(), Workload { requests: 0.0, ..WORKLOAD });
        let order =
            |workload| offers_by_cost(&table, 0, workload).iter().map(|offer| offer.provider).collect::<String>();
        assert_eq!((order(&WORKLOAD), order(&none)), ("abcd".to_owned(), "abcd".to_owned()));
        assert_eq!(order(&Workload { output: Tokens(0.0), ..WORKLOAD }), "dabc");
    }

    #[test]
    fn the_cheapest_offer_counts_as_a_whole() {
        assert_eq!(prices(Prices::Cheapest, &WORKLOAD, 0), [Some(3.0), Some(2.0), Some(1.0)]);
    }

    #[test]
    fn the_own_price_is_one_of_those_among_which_one_stands_in_the_middle() {
        // Own: 4.5 + 0.5 + 9 = 14, the last of five.
        assert_eq!(prices(Prices::Median, &WORKLOAD, 0), [Some(3.0), Some(3.0), Some(3.0)]);
    }

    #[test]
    fn of_two_offers_in_the_middle_the_lower_counts_and_brings_no_cached_price_of_another() {
        assert_eq!(of_own("|", Prices::Median), [Some(2.0), Some(3.0), None]);
    }

    #[test]
    fn the_cheapest_price_is_never_dearer_than_the_own_one() {
        assert_eq!(of_own("1 | 2", Prices::Cheapest), [Some(1.0), Some(2.0), None]);
        // As cheap as the cheapest offer.
        assert_eq!(of_own("2 | 2", Prices::Cheapest), [Some(2.0), Some(2.0), None]);
    }

    #[test]
    fn an_own_price_in_the_middle_counts_and_one_below_moves_the_middle() {
        // Between b with 5 and c with 6.
        assert_eq!(of_own("2.5 | 3", Prices::Median), [Some(2.5), Some(3.0), None]);
        assert_eq!(of_own("1 | 1", Prices::Median), [Some(2.0), Some(3.0), None]);
    }

    #[test]
    fn whoever_charges_the_own_price_counts_once() {
        let mut table = table();
        let own = |provider: &str| Figure { provider: provider.to_owned().into(), ..figure(0, &offer()) };
        let charged = |column: Column| match column.role {
            Some(Role::InputPrice) => Column { figures: vec![own("c")].into(), ..column },
            _ => column,
        };
        table.columns = table.columns.iter().cloned().map(charged).collect();
        // Four providers: a with 4, b with 5, d with 9, and c with its own 14 in place of the 6 that it is listed with.
        let median = table.priced(Prices::Median, &WORKLOAD).unwrap();
        let at = median.column("in").unwrap();
        let figure = median.columns[at].figure(0).unwrap();
        assert_eq!((median.columns[at].cells.number(0), &*figure.provider), (Some(2.0), "b"));
    }

    /// What somebody charges.
    fn offer() -> Offer<'static> {
        Offer { provider: "c", input: 3.0, output: 3.0, cached: None, source: 0, as_of: None }
    }

    #[test]
    fn a_row_without_offers_keeps_its_own_prices() {
        assert_eq!(prices(Prices::Cheapest, &WORKLOAD, 1), [Some(2.0), Some(3.0), None]);
    }

    #[test]
    fn a_price_brings_its_provider_and_date_along() {
        let table = table().priced(Prices::Cheapest, &WORKLOAD).unwrap();
        let figure = table.columns[table.column("in").unwrap()].figure(0).unwrap();
        assert_eq!((&*figure.provider, figure.source, figure.as_of), ("a", Some(0), Date::parse("2026-07-02").ok()));
        assert_eq!(table.columns[table.column("in").unwrap()].figure(1), None);
    }

    #[test]
    fn first_party_prices_and_tables_without_offers_stay_as_they_are() {
        assert_eq!(table().priced(Prices::FirstParty, &WORKLOAD), None);
        let bare = Table { offers: Offers::default(), ..table() };
        assert_eq!(bare.priced(Prices::Cheapest, &WORKLOAD), None);
    }
}
