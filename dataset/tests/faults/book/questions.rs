//! Questions and the numbers in their answers: faults, and what is written.

use super::{book, book_faults, files};
use compare::format::{Plain, prose};

fn question_faults(text: &str) -> Vec<String> {
    let lines = book_faults(&files(&[("questions.toml", text)]));
    lines.iter().map(|line| line.strip_prefix("questions.toml:").unwrap_or(line).to_owned()).collect()
}

pub(in super::super) fn answer_faults(answer: &str) -> Vec<String> {
    question_faults(&format!("[[questions]]\nid = 'q'\nquestion = 'Q'\npage = 'page A'\nanswer = '{answer}'"))
}

#[test]
fn a_number_in_an_answer_is_one_of_a_table() {
    let answer = |answer: &str| {
        let text = format!(
            "names = ['Area 51']\n[[questions]]\nid = 'q'\nquestion = 'Q'\npage = 'page A'\nanswer = '{answer}'"
        );
        let book = book(&files(&[("questions.toml", &text)])).unwrap_or_else(|faults| panic!("{faults}"));
        prose(&book.questions[0].answer, &Plain).replace('\u{a0}', " ")
    };
    assert_eq!(answer("A has {t/open-a/score} for {t/open-a/in}."), "A has 80 % for $1.00.");
    assert_eq!(answer("{t?} rows, {t?open-weights:yes} of them open"), "5 rows, 2 of them open");
    assert_eq!(answer("{t?open-weights:yes>maths/name} has {t?open-weights:yes>maths}"), "Open B has 90 %");
    assert_eq!(answer("nothing of Area 51"), "nothing of Area 51");
    assert_eq!(
        answer_faults("It has 80 %."),
        [
            r#"5:10: the number in "80" is in no table: write it as {table/row/column}, or add the name that it belongs to to `names`"#
        ]
    );
}

#[test]
fn a_figure_in_braces_is_there() {
    assert_eq!(answer_faults("{u/open-a/score}"), [r#"5:10: unknown table "u": known are t"#]);
    assert_eq!(answer_faults("{t/open-x/score}"), [r#"5:10: unknown row "open-x": did you mean "open-b"?"#]);
    assert_eq!(answer_faults("{t/open-a/scor}"), [r#"5:10: unknown column "scor": did you mean "score"?"#]);
    assert_eq!(
        answer_faults("{t/e/score}"),
        [r#"5:10: nothing is known of "t/e/score": name another figure, or give it one with a source"#]
    );
    assert_eq!(
        answer_faults("{score}"),
        [r#"5:10: "{score}" is no figure: write {table/row/column} or {table?filter}"#]
    );
    assert_eq!(answer_faults("{t/e/score"), ["5:10: a `{` without its `}`: close it behind the column"]);
    assert_eq!(answer_faults("t/e/score}"), ["5:10: a `}` without its `{`: open it before the table"]);
    let asked = "[[questions]]\nid = 'q'\nquestion = 'Is {t/e/score} good?'\npage = 'page A'\nanswer = 'Yes.'\n";
    assert_eq!(question_faults(asked), ["3:12: braces are shown as they are here: write figures in the `answer`"]);
}

#[test]
fn a_question_leads_to_views_and_claims_that_are_there() {
    let question = "[[questions]]\nid = 'q'\nquestion = 'Q'\npage = 'page A'\nanswer = 'Yes.'\n";
    assert_eq!(
        question_faults(&format!("{question}claims = ['a']")),
        [r#"6:10: unknown claim "a": there is none: add one, or leave this out"#]
    );
    assert_eq!(
        question_faults(&format!("{question}views = [{{ label = 'L', view = 'table:t/sort:scor' }}]")),
        [
            r#"6:32: sort: "scor" is not understood; allowed is column ids, `-` before one for descending, such as `-value name`: did you mean "score"?"#
        ]
    );
    assert_eq!(
        question_faults(&format!("{question}views = [{{ view = 'tabel:t' }}]")),
        [
            "6:10: no label: say with `label` what a reader will see",
            r#"6:19: unknown setting "tabel": did you mean "table"?"#,
        ]
    );
    assert_eq!(
        question_faults("[[questions]]\nid = 'q'"),
        [
            "1:1: no question: write the `question`",
            "1:1: no answer: write the `answer`",
            "1:1: no page: say with `page` where it was asked",
        ]
    );
}
