//! What providers charge: the file of offers names each provider once, and the known answers hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::{Offer, Role, Table};
use compare::query::{Field, Prices, later_own_offer, letters, other_provider, workload_costs};
use model_compare::tables;
use std::collections::{BTreeMap, BTreeSet};

fn table(id: &str) -> &'static Table {
    tables().iter().find(|table| table.id == id).unwrap()
}

/// The lines of the file of offers: row, provider, input, output, cached, source and date.
fn lines() -> impl Iterator<Item = [&'static str; 7]> {
    let lines = include_str!("../data/tables/models/offers.csv").lines().skip(1);
    lines.map(|line| line.split(',').collect::<Vec<_>>().try_into().unwrap())
}

#[test]
fn no_provider_goes_by_two_names() {
    let providers: BTreeSet<&str> = lines().map(|[_, provider, ..]| provider).collect();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for provider in providers {
        // Lists write `x-ai` and `xai`, `fireworks` and `fireworks-ai`.
        let letters: String = provider.chars().filter(char::is_ascii_alphabetic).collect();
        let other = known.insert(letters.to_lowercase().replace("ai", ""), provider);
        assert_eq!(other, None, "{provider} is known by another name");
    }
}

#[test]
fn names_that_differ_in_more_than_their_spelling_are_joined_too() {
    for [row, provider, ..] in lines() {
        let joined = ["aws", "azure-cognitive-services", "google-vertex-anthropic", "qwen"];
        assert!(!joined.contains(&provider), "{provider} goes by another name here");
        assert!(provider != "google" || !row.starts_with("claude"), "{row}: Google sells it as google-vertex");
        assert!(!provider.contains(' '), "{provider} is no provider's name");
    }
}

#[test]
fn a_provider_has_one_price_of_one_day() {
    let mut known = BTreeMap::new();
    for [row, provider, input, output, cached, _, as_of] in lines() {
        let price = [input, output, cached];
        let other = *known.entry((row, provider, as_of)).or_insert(price);
        assert_eq!(price, other, "{row} at {provider} on {as_of}");
    }
}

#[test]
fn every_offer_has_a_source_and_a_date_and_charges_something() {
    let models = table("models");
    let offers: Vec<_> = (0..models.len()).flat_map(|row| models.offers.of_row(row)).collect();
    let pairs: BTreeSet<_> = lines().map(|[row, provider, ..]| (row, provider)).collect();
    assert_eq!(offers.len(), pairs.len(), "one offer of each provider for each row");
    for offer in offers {
        assert!(usize::from(offer.source) < models.sources.len() && offer.as_of.is_some(), "{offer:?}");
        assert!(offer.input > 0.0 || offer.output > 0.0, "{offer:?}");
    }
}

#[test]
fn the_cheapest_list_price_is_never_dearer_than_the_own_one() {
    let table = table("models");
    let cheapest = table.priced(Prices::Cheapest, &table.workload).unwrap();
    let own = workload_costs(table, &table.workload);
    for (row, (own, cheapest)) in own.into_iter().zip(workload_costs(&cheapest, &table.workload)).enumerate() {
        assert!(own.is_nan() || cheapest <= own, "{}: {cheapest} instead of {own}", table.ids[row]);
    }
}

/// The model whose offers differ most in a price, by how much.
fn spread(price: fn(&Offer<'_>) -> f64) -> (String, f64) {
    let table = table("models");
    let of_row = |row: usize| {
        let prices: Vec<f64> =
            table.offers.of_row(row).map(|offer| price(&offer)).filter(|price| *price > 0.0).collect();
        let (low, high) = (prices.iter().copied().reduce(f64::min)?, prices.iter().copied().reduce(f64::max)?);
        Some((table.ids[row].to_string(), high / low))
    };
    (0..table.len()).filter_map(of_row).max_by(|a, b| a.1.total_cmp(&b.1)).unwrap()
}

#[test]
fn providers_of_one_model_differ_42_times_in_output_price_and_75_times_in_input() {
    // CloudFerro's $2.92 over DeepInfra's $0.039: OpenRouter's $0.03 of 2 July is outdated by its $0.039 of 21 August.
    let (model, times) = spread(|offer| offer.input);
    assert_eq!((&*model, times.round() as u32), ("gpt-oss-120b", 75));
    let (model, times) = spread(|offer| offer.output);
    assert_eq!((&*model, times.round() as u32), ("gpt-oss-120b", 42));
}

#[test]
fn a_row_has_the_price_of_its_maker_where_one_is_known_or_its_note_says_why_not() {
    let models = table("models");
    let price = models.playing(Role::InputPrice).unwrap();
    let mut others = BTreeSet::new();
    for row in (0..models.len()).filter(|row| other_provider(models, Field::Workload, *row).is_some()) {
        let vendor = letters(models.text("vendor", row).unwrap());
        // A maker's list goes by a longer name as well, such as that of its cloud; `-cn` is one of another country.
        let is_own =
            |offer: &Offer<'_>| letters(offer.provider).starts_with(&vendor) && !offer.provider.ends_with("-cn");
        let Some(own) = models.offers.of_row(row).find(is_own) else { continue };
        let said = format!("{} under its maker’s name in a list of {}", own.input, own.as_of.unwrap());
        assert!(price.figure(row).unwrap().note.contains(&said), "{}: {said}", models.ids[row]);
        // It is what the same list has for OpenRouter, or no longer holds.
        if let Some(passed_on) = models.offers.of_row(row).find(|offer| offer.provider == "OpenRouter") {
            assert_eq!((passed_on.input, passed_on.output), (own.input, own.output), "{}", models.ids[row]);
        }
        others.insert(&*models.ids[row]);
    }
    let known = ["deepseek-v3.2", "deepseek-v3.2-exp", "gemma-4-31b", "gpt-oss-120b", "gpt-oss-20b"];
    assert_eq!(others, known.into_iter().chain(["mistral-large-2402"]).collect());
}

#[test]
fn of_whoever_charges_a_rows_own_price_no_list_has_a_newer_one_but_where_a_note_says_why() {
    let models = table("models");
    let [input, output] = [Role::InputPrice, Role::OutputPrice].map(|role| models.playing(role).unwrap());
    let mut compared = 0;
    let outdated = |row: &usize| {
        let Some(figure) = input.figure(*row) else { return false };
        let own = [input, output].map(|column| column.cells.number(*row));
        let listed = models.offers.of_row(*row).find(|offer| *offer.provider == *figure.provider);
        compared += usize::from(listed.is_some());
        listed.is_some_and(|offer| offer.as_of > figure.as_of && own != [Some(offer.input), Some(offer.output)])
    };
    let outdated: Vec<_> = (0..models.len()).filter(outdated).map(|row| &*models.ids[row]).collect();
    assert_eq!(outdated, ["phi-4", "o3"]);
    // Names of providers are those of the rows, so that one is found for most of them.
    assert!(compared > 150, "{compared}");
}

#[test]
fn the_newest_offer_of_a_maker_counts_but_where_a_note_says_why_not() {
    let models = table("models");
    let of_row = |row: usize| {
        let offers: Vec<Offer<'_>> = models.offers.of_row(row).collect();
        let later = later_own_offer(models, row, &offers)?;
        Some((&*models.ids[row], later.provider.to_owned(), later.input, later.output))
    };
    let mut later: Vec<_> = (0..models.len()).filter_map(of_row).collect();
    later.sort_by_key(|(id, ..)| *id);
    // Where a maker's list has a newer price it counts, but that of o3 at release beside today's cached one, and that of
    // Phi-4 which is OpenRouter's too.
    assert_eq!(later, [("o3", "OpenAI".to_owned(), 10.0, 40.0), ("phi-4", "Microsoft Azure".to_owned(), 0.07, 0.14)]);
    let price = models.playing(Role::InputPrice).unwrap();
    let note = |id: &str| &*price.figure(models.row(id).unwrap()).unwrap().note;
    assert!(note("o3").contains("10 in a list of 2026-08-05"));
    assert!(note("phi-4").contains("0.07 under its maker’s name in a list of 2026-08-21"));
}

#[test]
fn a_price_that_is_taken_from_a_list_is_one_of_its_offers() {
    let models = table("models");
    let [input, output] = [Role::InputPrice, Role::OutputPrice].map(|role| models.playing(role).unwrap());
    let at = models.column("price-input").unwrap();
    let mut taken = 0;
    for row in 0..models.len() {
        let (Some(source), Some(day)) = (models.source(at, row), models.as_of(at, row)) else { continue };
        if ["llm-prices", "genai-prices"].contains(&&*source.id) {
            taken += 1;
            let is_it = |offer: Offer<'_>| {
                let prices = [input, output].map(|column| column.cells.number(row));
                let listed = &models.sources[usize::from(offer.source)].id;
                (listed, offer.as_of) == (&source.id, Some(day)) && prices == [Some(offer.input), Some(offer.output)]
            };
            assert!(models.offers.of_row(row).any(is_it), "{}", models.ids[row]);
        }
    }
    assert!(taken > 5, "{taken}");
}
