use crate::catalog::{Column, Role, Table, Workload};
use crate::units::{Tokens, UsdPerMonth, UsdPerMtok};

impl Table {
    /// Whether it names the prices that a workload's cost takes.
    pub fn has_workload(&self) -> bool {
        self.playing(Role::InputPrice).is_some() && self.playing(Role::OutputPrice).is_some()
    }
}

/// The list prices of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ListPrices {
    pub(super) input: UsdPerMtok,
    pub(super) output: UsdPerMtok,
    pub(super) cached: Option<UsdPerMtok>,
}

/// The list prices of each row; `None` where one is missing without which there is no cost.
pub(super) fn prices(table: &Table) -> impl Fn(usize) -> Option<ListPrices> {
    let [input, output, cached] =
        [Role::InputPrice, Role::OutputPrice, Role::CachedPrice].map(|role| table.playing(role));
    let price = |column: Option<&Column>, row| column?.cells.number(row).map(UsdPerMtok);
    move |row| Some(ListPrices { input: price(input, row)?, output: price(output, row)?, cached: price(cached, row) })
}

/// What a workload costs a month: requests · (input · (1 − cached) · `p_in` + input · cached · `p_cached` + output ·
/// `p_out`) / 10⁶. A missing `p_cached` counts as `p_in`.
pub(super) fn cost(workload: &Workload, prices: ListPrices) -> UsdPerMonth {
    let (Tokens(input), Tokens(output)) = (workload.input, workload.output);
    let (UsdPerMtok(fresh), UsdPerMtok(cached)) = (prices.input, prices.cached.unwrap_or(prices.input));
    let UsdPerMtok(out) = prices.output;
    let request = input * (1.0 - workload.cached) * fresh + input * workload.cached * cached + output * out;
    UsdPerMonth(workload.requests * request / 1e6)
}

/// The monthly cost of a workload in USD for every row, not-a-number where a price is missing, or so great that the
/// cost is none.
pub fn workload_costs(table: &Table, workload: &Workload) -> Vec<f64> {
    let prices = prices(table);
    let cost = |row| prices(row).map(|prices| cost(workload, prices).0).filter(|cost| cost.is_finite());
    (0..table.len()).map(|row| cost(row).unwrap_or(f64::NAN)).collect()
}

/// Whether a row's workload cost takes the input price for a cached price that is not known.
pub fn assumes_cached_price(table: &Table, workload: &Workload, row: usize) -> bool {
    workload.cached > 0.0 && prices(table)(row).is_some_and(|prices| prices.cached.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::table;

    fn prices(input: f64, output: f64, cached: Option<f64>) -> ListPrices {
        ListPrices { input: UsdPerMtok(input), output: UsdPerMtok(output), cached: cached.map(UsdPerMtok) }
    }

    const WORKLOAD: Workload =
        Workload { requests: 100_000.0, input: Tokens(1_500.0), output: Tokens(400.0), cached: 0.2 };

    #[test]
    fn a_workload_costs_its_tokens_at_their_prices() {
        // 100,000 requests: 120 Mtok fresh at 2.50, 30 Mtok cached at 1.25, 40 Mtok output at 10: 300 + 37.50 + 400.
        assert_eq!(cost(&WORKLOAD, prices(2.5, 10.0, Some(1.25))), UsdPerMonth(737.5));
    }

    #[test]
    fn a_cached_price_that_is_not_known_counts_as_the_input_price() {
        // 150 Mtok at 10 and 40 Mtok at 30: 1,500 + 1,200.
        assert_eq!(cost(&WORKLOAD, prices(10.0, 30.0, None)), UsdPerMonth(2_700.0));
    }

    #[test]
    fn a_cached_price_of_nothing_is_free_and_not_missing() {
        // 120 Mtok at 1 and 40 Mtok at 1.
        assert_eq!(cost(&WORKLOAD, prices(1.0, 1.0, Some(0.0))), UsdPerMonth(160.0));
    }

    #[test]
    fn a_workload_costs_nothing_known_where_a_price_is_missing() {
        let table = table("name | in:number | out:number \n A | 1 | 1 \n B | | 1 \n C | 1 |");
        assert_eq!(
            workload_costs(&table, &WORKLOAD).iter().map(|cost| cost.is_nan()).collect::<Vec<_>>(),
            [false, true, true]
        );
    }

    #[test]
    fn what_is_too_great_for_a_number_is_not_known() {
        let table = table("name | in:number | out:number \n A | 1 | 1 \n B | 1e308 | 0");
        let most = Workload { requests: Workload::MOST, input: Tokens(Workload::MOST), ..WORKLOAD };
        let costs = workload_costs(&table, &most);
        assert!(costs[0].is_finite() && costs[1].is_nan(), "{costs:?}");
    }

    #[test]
    fn a_cached_price_is_assumed_only_where_it_counts() {
        let table = table("name | in:number | out:number | cache:number \n A | 1 | 1 | \n B | 1 | 1 | 0 \n C | | 1 |");
        let assumed = |cached| [0, 1, 2].map(|row| assumes_cached_price(&table, &Workload { cached, ..WORKLOAD }, row));
        assert_eq!(assumed(0.2), [true, false, false]);
        assert_eq!(assumed(0.0), [false; 3]);
    }

    #[test]
    fn a_workload_takes_prices_of_input_and_output() {
        assert!(table("name | in:number | out:number").has_workload());
        assert!(!table("name | out:number | cache:number").has_workload());
    }
}
