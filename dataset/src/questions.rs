//! Reads questions and their answers.

use crate::keys::Keys;
use crate::prose::bare_number;
use crate::sheet::{Sheet, texts};
use compare::catalog::{Place, Press, Question};
use compare::units::Text;
use toml::de::DeTable;

/// Questions, and views that a reader may want to see next.
pub(crate) type Answered = (Vec<Question>, Vec<Press>);

/// The questions of a document with their answers; `claims` are the ids of the claims there are, `None` where these
/// could not be read.
pub(crate) fn questions(document: &DeTable<'_>, sheet: &mut Sheet<'_>, claims: Option<&[Text]>) -> Answered {
    let mut keys = Keys::new(document, Place::default(), sheet.file.number, sheet.notes);
    let names = keys.texts("names").unwrap_or_default();
    let found = keys.tables("questions", 0);
    let explore = keys.tables("explore", 0);
    keys.finish();
    let mut questions: Vec<Question> = Vec::new();
    for (place, table) in &found {
        let of_claims = claims.unwrap_or_default().iter().cloned();
        let ids: Vec<Text> = questions.iter().map(|question| question.id.clone()).chain(of_claims).collect();
        let question = question(sheet, table, place, claims, &names);
        sheet.id(&question.id, place, &ids, "claim or question");
        questions.push(question);
    }
    let explore = explore.iter().map(|press| sheet.press(press)).collect();
    (questions, explore)
}

fn question(
    sheet: &mut Sheet<'_>,
    table: &DeTable<'_>,
    place: &Place,
    claims: Option<&[Text]>,
    names: &[String],
) -> Question {
    let mut keys = Keys::new(table, place.clone(), sheet.file.number, sheet.notes);
    let (id, question, answer) = (keys.text("id"), keys.text("question"), keys.text("answer"));
    let (page, about) = (keys.text("page"), texts(keys.texts("claims")));
    let views = keys.tables("views", 0);
    keys.finish();
    let id = sheet.needs(id, place, "id", "give the question an `id`");
    let question = sheet.needs(question, place, "question", "write the `question`");
    sheet.plain(&question, &place.key("question"), "the `answer`");
    let answer = sheet.needs(answer, place, "answer", "write the `answer`");
    let page = sheet.needs(page, place, "page", "say with `page` where it was asked");
    let tables = sheet.tables;
    let of_rows = tables.iter().flat_map(|table| (0..table.len()).map(|row| table.name(row)));
    let of_columns = tables.iter().flat_map(|table| table.columns.iter().map(|column| &*column.label));
    let names = names.iter().map(String::as_str).chain(of_rows).chain(of_columns);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    if let Some(number) = bare_number(&answer, &names) {
        let mend = "write it as {table/row/column}, or add the name that it belongs to to `names`";
        sheet.fault(&place.key("answer"), &format!("the number in \"{number}\" is in no table: {mend}"));
    }
    let answer = sheet.prose(Some(answer.into_owned()), &place.key("answer"));
    sheet.known(&about, place, "claims", claims);
    let presses: Vec<Press> = views.iter().map(|press| sheet.press(press)).collect();
    Question { id, question, answer: answer.into(), page, claims: about.into(), presses: presses.into() }
}
