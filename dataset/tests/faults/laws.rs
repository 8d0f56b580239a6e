use super::{book_faults, row_faults, tables};
use proptest::collection::vec;
use proptest::prelude::*;

/// A cell that a CSV file may hold, sound or not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9 .;\"\\n\\r,é-]{0,8}",
        "\"[a-z0-9 ;\\n,é-]{0,8}\"",
        Just("yes".to_owned()),
        Just("2025-08".to_owned()),
        "-?[0-9]{1,3}(\\.[0-9])?(e[0-9]{1,3})?",
    ]
}

fn head() -> impl Strategy<Value = String> {
    let names = ["id", "name", "vendor", "modes", "open", "released", "score", "score.k", "score.n", "score.low", "x"];
    prop::sample::subsequence(names.to_vec(), 0..names.len()).prop_map(|names| format!("name,{}", names.join(",")))
}

proptest! {
    #[test]
    fn any_cells_give_rows_or_faults(head in head(), lines in vec(vec(cell(), 0..9), 0..5)) {
        let lines: Vec<String> = lines.iter().map(|line| line.join(",")).collect();
        let text = format!("{head}\n{}", lines.join("\n"));
        match tables(&[("tables/t/a.csv", &text)]) {
            Ok(tables) => prop_assert_eq!(tables.len(), 1),
            Err(faults) => {
                let length = text.lines().count().max(1);
                prop_assert!(!faults.0.is_empty());
                for fault in &faults.0 {
                    prop_assert!((1..=length + 1).contains(&fault.line), "{} in {:?}", fault, text);
                    prop_assert!(!fault.to_string().contains('\n'));
                }
            }
        }
    }

    #[test]
    fn any_text_gives_rows_or_faults(text in ".{0,60}") {
        row_faults("a.csv", &text);
        row_faults("a.toml", &text);
    }

    #[test]
    fn any_answer_is_one_or_a_fault(answer in "[a-z0-9{}/?>:é .-]{0,30}") {
        let text = format!("[[questions]]\nid = 'q'\nquestion = 'Q'\npage = 'P'\nanswer = '{answer}'");
        prop_assert!(book_faults(&[("questions.toml", &text)]).len() <= 2);
    }

    #[test]
    fn a_text_comes_back_as_it_was(name in "[^\\p{C}]{0,9}[a-z]", note in "\\PC{1,9}") {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let text = format!("name,vendor,vendor.note\r\n{},V,{}", quoted(&name), quoted(&note));
        let tables = tables(&[("tables/t/a.csv", &text)]).unwrap();
        prop_assert_eq!(tables[0].name(0), &name);
        prop_assert_eq!(&tables[0].columns[1].figures[0].note, &note);
    }
}
