use super::{faults, tables};

const HEAD: &str = "row,provider,input,output,cached,source,as_of\n";

/// The lines for a file of offers for the rows `a` and `b`, without its name.
fn offers(lines: &str) -> Vec<String> {
    let text = format!("{HEAD}{lines}");
    let files = [("tables/t/a.csv", "name\nA\nB\n"), ("tables/t/offers.csv", &*text)];
    let lines = faults(&files);
    lines.iter().map(|line| line.strip_prefix("tables/t/offers.csv:").unwrap_or(line).to_owned()).collect()
}

#[test]
fn sound_lines_become_offers_of_which_the_newest_counts() {
    let text = format!("{HEAD}b,\"Q, Inc.\",0.15,0.6,,s,2026-07-02\nb,z,0,2,1,s,\nb,\"Q, Inc.\",9,9,,s,2025\n");
    let files = [("tables/t/a.csv", "name\nA\nB\n"), ("tables/t/offers.csv", &*text)];
    let tables = tables(&files).unwrap();
    let of = |row| {
        let offers = tables[0].offers.of_row(row);
        offers.map(|offer| (offer.provider, offer.input, offer.output, offer.cached)).collect::<Vec<_>>()
    };
    assert_eq!(of(0), []);
    assert_eq!(of(1), [("z", 0.0, 2.0, Some(1.0)), ("Q, Inc.", 0.15, 0.6, None)]);
}

#[test]
fn a_provider_that_a_row_names_goes_by_that_name_however_it_is_spelt() {
    let text =
        format!("{HEAD}b,together-ai,1,2,,s,2026\nb,togetherai,3,4,,s,2025\nb,vast,5,6,,s,2026\nb,+,7,8,,s,2026\n");
    let row = "[[rows]]\nname = 'A'\nprice = { value = 1, source = 's', provider = 'Together AI' }\n[[rows]]\nname = 'B'\nprice = { value = 2, source = 's' }\n";
    let tables = tables(&[("tables/t/a.toml", row), ("tables/t/offers.csv", &*text)]).unwrap();
    let of: Vec<_> = tables[0].offers.of_row(1).map(|offer| (offer.provider, offer.input)).collect();
    assert_eq!(of, [("Together AI", 1.0), ("vast", 5.0), ("+", 7.0)]);
}

#[test]
fn an_offer_is_checked_where_it_stands() {
    assert_eq!(offers("c,p,1,2,,s,"), [r#"2:1: unknown row "c": known are a, b"#]);
    assert_eq!(offers("a,p,1,2,,x,"), [r#"2:10: unknown source "x": known are s (add a new one to sources.toml)"#]);
    assert_eq!(offers("a,p,-1,2,,s,"), ["2:5: the price -1 is negative: it is 0 (free) or more"]);
    assert_eq!(offers("a,p,1,,,s,"), [r#"2:7: expected a price in USD for a million tokens, like `0.25`, got """#]);
    assert_eq!(
        offers("a,p,1,2.0000001,,s,"),
        ["2:7: the price 2.0000001 cannot be kept: it is below 4000, with six decimals at most"]
    );
    assert_eq!(
        offers("a,p,0,0,,s,"),
        ["2:5: input and output at no price are no offer but a trial or a gap: leave the line out"]
    );
    assert_eq!(offers("a,,1,2,,s,"), ["2:3: no provider: say who charges the price"]);
    assert_eq!(offers("a,p,1,2,,s,2026-13"), [r#"2:12: "2026-13" is no date: the calendar has no such month or day"#]);
    assert_eq!(offers("a,p,1,2,,s"), ["2:1: 6 cells where the first line names 7"]);
    assert_eq!(
        offers("a,p,1,2,,s,\na,\"p,1,2,,s,"),
        ["3:3: the quotes do not match: put the whole cell in quotes, and double each quote inside it"]
    );
}

#[test]
fn a_file_of_offers_begins_with_the_names_of_its_columns() {
    let files = [("tables/t/offers.csv", "row,provider,price\n")];
    assert_eq!(
        faults(&files),
        ["tables/t/offers.csv:1:1: the first line of offers is `row,provider,input,output,cached,source,as_of`"]
    );
}

#[test]
fn a_source_of_offers_alone_is_used() {
    let sources = "[[sources]]\nid = 'x'\ntitle = 'X'\n[[sources]]\nid = 's'\ntitle = 'S'\nvia = 'y'\n\
        [[sources]]\nid = 'y'\ntitle = 'Y'\n";
    let table = super::TABLE.replace(", source = 's'", ", source = 'x'");
    let text = format!("{HEAD}a,p,1,2,,s,2026\n");
    let files = [
        ("sources.toml", sources),
        ("tables/t/table.toml", &*table),
        ("tables/t/a.csv", "name\nA\n"),
        ("tables/t/offers.csv", &*text),
    ];
    let tables = tables(&files).unwrap();
    let offer = tables[0].offers.of_row(0).next().unwrap();
    assert_eq!(tables[0].sources[usize::from(offer.source)].id, "s");
}
