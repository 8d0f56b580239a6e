//! The chart as a file of its own: what stands around the widget on a page stands in the picture.

use super::ground::Ground;
use super::overlay::Marked;
use super::picture::{Frame, Picture};
use crate::styles::STYLES;
use crate::ui::Wording;
use crate::ui::chips::lifts;
use crate::ui::notes::workload_in_words;
use crate::ui::offers::CHOICES;
use compare::chart::{coordinate, text_width};
use compare::format;
use compare::query::{Cited, Field, Question, assumes_cached_price};
use compare::state::View;
use compare::units::Gather;

/// How wide the picture is, in pixels.
const WIDTH: f64 = 1000.0;

/// What is left free around it.
const MARGIN: f64 = 24.0;

const FRAME: Frame = Frame { width: WIDTH - 2.0 * MARGIN, height: 500.0, em: 13.0 };

/// How high a line of text is.
const LINE: f64 = 19.0;

/// The chart of a view as a file of SVG, with title, what it is narrowed by, sources and date, for a light ground; empty
/// where there is none. Variants of one model may be joined.
///
/// Its colours are the widget's own: a page may have set others, which nobody knows here.
pub(crate) fn chart_file(question: &Question<'_>, view: &View, joined: bool, wording: &Wording) -> String {
    let table = question.table;
    let (rows, words) = (question.passing(&view.filter).rows(), wording.of(table));
    let standing = question.standing(&rows);
    let best = question.best(&rows);
    let (Some(score), Some(cost)) = (view.score.map(Field::Column), view.cost_field()) else { return String::new() };
    let fields = [score, cost];
    let ground = Ground::new(question, fields, &rows, &standing, FRAME, &words);
    let overlay = ground.overlay(question, &standing, &Marked::new(table, view, best));
    let mut notes = notes(question, view, fields, (&ground, &overlay, best), wording);
    let marks = [(joined, "Dashes join variants of one model."), (ground.intervals, "Upright: 95\u{a0}% intervals.")];
    let marks: Vec<&str> = marks.iter().filter(|(is_drawn, _)| *is_drawn).map(|(_, words)| *words).gathered();
    if !marks.is_empty() {
        notes.insert(2, marks.join(" "));
    }
    let top = MARGIN + 2.2 * LINE;
    let mut y = top + FRAME.height + LINE;
    let mut text = String::new();
    write(&mut text, (MARGIN, MARGIN + LINE * 0.8), r#"font-size="20" font-weight="700""#, &table.title);
    for note in notes {
        for line in wrapped(&note) {
            write(&mut text, (MARGIN, y), r##"fill="#4a525c""##, &line);
            y += LINE;
        }
    }
    let (width, height) = (coordinate(WIDTH), coordinate(y + MARGIN - LINE));
    let (left, top, em) = (coordinate(MARGIN), coordinate(top), coordinate(FRAME.em));
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="system-ui, sans-serif" font-size="{em}" fill="#1c2128"><title>{}</title><rect width="100%" height="100%" fill="#fff"/>{text}<g transform="translate({left} {top})">"##,
        escaped(&table.title),
    );
    if joined {
        svg.push_str(&path("mc-variants", None, &ground.variants));
    }
    paint(&mut svg, [&ground.picture, &overlay]);
    svg.push_str("</g></svg>\n");
    svg
}

/// What stands under the picture, line by line.
fn notes(
    question: &Question<'_>,
    view: &View,
    [score, cost]: [Field; 2],
    (ground, overlay, best): (&Ground, &Picture, Option<u32>),
    wording: &Wording,
) -> Vec<String> {
    let table = question.table;
    let drawn = format::count(ground.points.len(), table.len(), &*wording.0);
    let weight = format::weight(question.weight, &*wording.0);
    let winner = best.filter(|row| ground.point(*row).is_some()).map(|row| table.name(row as usize));
    let winner = winner.map(|name| format!(" {name} has the best value.")).unwrap_or_default();
    let mut notes = vec![
        format!("{drawn} drawn. Dotted: equal value, weighed {weight}.{winner}"),
        "Filled: no other is cheaper and better. Step line: best score up to each cost. Circle: open weights; diamond: \
         closed; square: not known."
            .to_owned(),
    ];
    if !overlay.numbered.is_empty() {
        notes.push(format!("Numbers: {}.", overlay.numbered.join("; ")));
    }
    note_terms(&mut notes, question, view, cost, wording);
    let cited = Cited::of_rows(table, &[score, cost], &|row| ground.point(row as u32).is_some());
    let sources = cited.sources.iter().map(|source| match (&*source.licence, &*source.url) {
        ("", url) => format!("{}, {url}", source.title),
        (licence, url) => format!("{}, {url}, licence {licence}", source.title),
    });
    let sources: Vec<String> = sources.gathered();
    if !sources.is_empty() {
        notes.push(format!("Sources: {}.", sources.join("; ")));
    }
    notes.extend(cited.newest.map(|date| format!("As of {}.", wording.0.date(date))));
    notes
}

/// Draws pictures one over the other, all their texts above all their paths.
fn paint(svg: &mut String, pictures: [&Picture; 2]) {
    for Picture { shapes, .. } in pictures {
        for shape in shapes {
            let hue = shape.hue.map(|hue| format!("--mc-hue-{hue}"));
            svg.push_str(&path(shape.class, hue, &shape.path));
        }
    }
    for Picture { writings, .. } in pictures {
        for writing in writings {
            let weight = if writing.class == "mc-name-of-best" { r#" font-weight="700""# } else { "" };
            write(svg, writing.at, &format!(r#"text-anchor="{}"{weight}"#, writing.anchor), &writing.text);
        }
    }
}

/// Notes what the picture is narrowed by, and what its costs stand on.
fn note_terms(notes: &mut Vec<String>, question: &Question<'_>, view: &View, cost: Field, wording: &Wording) {
    let (table, words) = (question.table, wording.of(question.table));
    let filters: Vec<String> = lifts(&view.filter, &words).into_iter().map(|(_, label, _)| label).gathered();
    if !filters.is_empty() {
        notes.push(format!("Filters: {}.", filters.join("; ")));
    }
    if cost == Field::Workload || view.filter.clause(Field::Workload).is_some() {
        notes.push(workload_in_words(&view.workload, wording));
        if (0..table.len()).any(|row| assumes_cached_price(table, &view.workload, row)) {
            notes.push("Where no cached price is known the input price counts.".to_owned());
        }
    }
    if !table.offers.is_empty() {
        let label = CHOICES.iter().find(|(prices, _)| *prices == view.prices).map_or("", |(_, label)| *label);
        notes.push(format!("Prices: {label}."));
    }
}

fn write(svg: &mut String, (x, y): (f64, f64), attributes: &str, text: &str) {
    let (x, y) = (coordinate(x), coordinate(y));
    svg.push_str(&["<text x=\"", &x, "\" y=\"", &y, "\" ", attributes, ">", &escaped(text), "</text>"].concat());
}

fn path(class: &str, hue: Option<String>, path: &str) -> String {
    ["<path ", &ink(class, hue), " d=\"", path, "\"/>"].concat()
}

/// The attributes of a path of a class.
fn ink(class: &str, hue: Option<String>) -> String {
    let fixed = match class {
        "mc-grid" => r##"fill="none" stroke="#dadde2""##,
        "mc-variants" => r##"fill="none" stroke="#8a929c" stroke-dasharray="6 2""##,
        "mc-whisker" => r##"fill="none" stroke="#8a929c""##,
        "mc-equal" => r##"fill="none" stroke="#1c2128" stroke-width="1.6" stroke-dasharray="2 4""##,
        "mc-tint" => r##"fill="#e0a800" fill-opacity="0.2" stroke="#8a6d00""##,
        "mc-winner" | "mc-picked" => r##"fill="none" stroke="#1c2128" stroke-width="2""##,
        _ => "",
    };
    if !fixed.is_empty() {
        return fixed.to_owned();
    }
    if class == "mc-frontier" {
        let colour = colour("--mc-frontier").unwrap_or("#1c2128");
        return format!(r#"fill="none" stroke="{colour}" stroke-width="1.6""#);
    }
    // On the frontier only those that win somewhere have a colour.
    let is_full = class.ends_with("mc-full");
    let own = match class {
        "mc-open" => "--mc-open",
        "mc-closed" => "--mc-closed",
        _ => "",
    };
    let colour = hue.and_then(|hue| colour(&hue)).or_else(|| colour(own)).unwrap_or("#1c2128");
    let fill = if is_full { colour } else { "none" };
    format!(r#"fill="{fill}" stroke="{colour}" stroke-width="1.4""#)
}

/// What a token is set to for a light ground, as far as that is a plain colour.
fn colour(token: &str) -> Option<&'static str> {
    let (_, rest) = STYLES.split_once(token).filter(|_| !token.is_empty())?;
    let (colour, _) = rest.strip_prefix(',')?.split_once(')')?;
    Some(colour.trim_start()).filter(|colour| colour.starts_with('#'))
}

/// A text in lines that fit.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or(0.0, |line| text_width(line));
        if line > 0.0 && (line + text_width(word) + 0.6) * FRAME.em > FRAME.width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// A text as XML writes it; what XML has no way to write is replaced.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
