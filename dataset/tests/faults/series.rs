use compare::catalog::Series;
use dataset::{Book, Faults, load, load_series};
use std::fs;

const SOUND: &str = "
[[series]]
id = 'gap'
table = 't'
title = 'Gap'
unit = 'percent'
points = [
  { date = '2026', value = 5, about = 'within', claim = 'b' },
  { date = 2024-02-01, value = 30.5, claim = 'a' },
]";

/// The series of a `trends.toml` beside one table `t` and perhaps a file of claims.
fn series(text: &str, claims: Option<&str>) -> Result<Vec<Series>, Faults> {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("data");
    fs::create_dir_all(root.join("tables/t")).unwrap();
    let table = "title = 'T'\ncolumns = [{ id = 'name', label = 'Name', kind = 'text' }]";
    let sources = ("sources.toml", "sources = []");
    for (path, text) in [("tables.toml", "tables = ['t']"), sources, ("tables/t/table.toml", table), super::ROW] {
        fs::write(root.join(path), text).unwrap();
    }
    let tables = load(&root).unwrap();
    fs::write(root.join("trends.toml"), text).unwrap();
    if let Some(claims) = claims {
        fs::write(root.join("claims.toml"), claims).unwrap();
    }
    load_series(&root, &tables)
}

/// The lines that an author reads, without the file's name.
fn faults(text: &str, claims: Option<&str>) -> Vec<String> {
    let faults = series(text, claims).err().map(|faults| faults.to_string()).unwrap_or_default();
    faults.lines().map(|line| line.strip_prefix("data/trends.toml:").unwrap().to_owned()).collect()
}

#[test]
fn the_points_of_a_series_are_in_order_of_their_dates() {
    let read = series(SOUND, None).unwrap();
    let points: Vec<(String, f64, &str, &str)> =
        read[0].points.iter().map(|at| (at.date.to_string(), at.value, &*at.about, &*at.claim)).collect();
    assert_eq!(points, [("2024-02-01".to_owned(), 30.5, "", "a"), ("2026".to_owned(), 5.0, "within", "b")]);
}

#[test]
fn a_claim_that_is_not_there_is_refused() {
    assert_eq!(faults(SOUND, Some("[[claims]]\nid = 'a'\n[[claims]]\nid = 'b'")), Vec::<String>::new());
    assert_eq!(
        faults(SOUND, Some("[[claims]]\nid = 'a'\n[[claims]]\nid = 'c'")),
        [r#"8:57: unknown claim "b": known are a, c"#]
    );
}

#[test]
fn a_series_is_about_a_table_and_has_an_id_of_its_own() {
    assert_eq!(faults(&SOUND.replace("'t'", "'u'"), None), [r#"4:9: unknown table "u": known are t"#]);
    let twice = format!("{SOUND}{SOUND}");
    assert_eq!(faults(&twice, None), [r#"12:6: series "gap" is there twice: give it an id of its own"#]);
    assert_eq!(faults(&SOUND.replace("'gap'", "'The Gap'"), None).len(), 1);
}

#[test]
fn what_a_series_lacks_is_told() {
    assert_eq!(
        faults("[[series]]\nid = 'gap'\ntable = 't'\ntitle = 'Gap'\npoints = [{ value = 1 }]", None),
        [
            "1:1: no points: a series has at least two [[series.points]]",
            "5:11: no claim: name the claim that gives the number",
            "5:11: no date: say when it is said to have been so, like \"2024\"",
        ]
    );
    assert_eq!(
        faults(&SOUND.replace("'2026'", "'soon'"), None),
        [r#"8:12: "soon" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#]
    );
    assert_eq!(faults("[[serie]]", None), [r#"1:3: unknown key "serie": did you mean "series"?"#]);
}

#[test]
fn what_is_emitted_holds_every_point() {
    let source = dataset::emit_book(&Book { series: series(SOUND, None).unwrap().into(), ..Book::default() });
    for part in ["id: B(\"gap\")", "Unit::Percent", "Date::from_key(20240201)", "value: 30.5", "about: B(\"within\")"] {
        assert!(source.contains(part), "{part} in {source}");
    }
}

#[test]
fn a_point_is_what_its_claim_says() {
    let claims = |b: &str| format!("[[claims]]\nid = 'a'\nheadline = 'Up by 1,030.5 %'\n[[claims]]\nid = 'b'\n{b}");
    let text = SOUND.replace("30.5", "1_030.5");
    let lines = |b: &str| faults(&text, Some(&claims(b)));
    assert_eq!(lines("value = 5\nunit = 'percent'"), [""; 0]);
    assert_eq!(lines("value = 4\nto = 5"), [""; 0]);
    assert_eq!(lines("headline = 'No number'"), [""; 0]);
    assert_eq!(lines("value = 1000"), [r#"8:28: the claim "b" says 1000, not 5: mend one of them"#]);
    assert_eq!(
        lines("value = 5\nunit = 'downloads'"),
        [r#"8:28: the claim "b" counts "downloads", the series "percent": write the same `unit`"#]
    );
}
