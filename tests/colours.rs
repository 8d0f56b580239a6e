//! The colours of the models that win, against what they stand on and what is read on them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// The least contrast of text, by success criterion 1.4.3 of WCAG 2.2.
const LEAST: f64 = 4.5;

/// The channels of a colour such as `#1a5fb4` or `#fff`, from 0 to 1.
fn channels(hex: &str) -> [f64; 3] {
    let digits: Vec<u32> = hex.trim_start_matches('#').chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    let pair = |at: usize| if digits.len() == 3 { digits[at] * 17 } else { digits[2 * at] * 16 + digits[2 * at + 1] };
    [0, 1, 2].map(|at| f64::from(pair(at)) / 255.0)
}

/// Relative luminance, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(hex: &str) -> f64 {
    let linear =
        |channel: f64| if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) };
    let [r, g, b] = channels(hex).map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The defaults of a token, in the light theme and in the dark one.
fn defaults(token: &str) -> Vec<String> {
    let start = format!("--mc-{token}, ");
    let sheet = include_str!("../styles/tokens.css");
    sheet.split(&start).skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()).collect()
}

#[test]
fn every_hue_stands_out_from_the_ground_and_from_the_ink_on_it() {
    let (inks, grounds) = (defaults("hue-ink"), ["#fff", "#14181d"]);
    assert_eq!(inks.len(), 2);
    for hue in 0..8 {
        let hues = defaults(&format!("hue-{hue}"));
        assert_eq!(hues.len(), 2, "hue {hue}");
        for ((colour, ink), ground) in hues.iter().zip(&inks).zip(grounds) {
            assert!(contrast(colour, ground) >= LEAST && contrast(colour, ink) >= LEAST, "hue {hue}: {colour}");
        }
    }
}

#[test]
fn the_line_of_the_frontier_is_seen_and_is_no_colour_of_a_model() {
    // The least contrast of what is no text, by success criterion 1.4.11 of WCAG 2.2.
    let lines = defaults("frontier");
    assert_eq!(lines.len(), 2);
    for (line, ground) in lines.iter().zip(["#fff", "#14181d"]) {
        assert!(contrast(line, ground) >= 3.0, "{line}");
    }
    let apart =
        |a: &str, b: &str| channels(a).iter().zip(channels(b)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    for hue in 0..8 {
        for (line, colour) in lines.iter().zip(defaults(&format!("hue-{hue}"))) {
            assert!(apart(line, &colour) >= 0.3, "{line} and hue {hue}: {colour}");
        }
    }
    // And the chart takes it.
    let rule = include_str!("../styles/chart.css").split(".mc-frontier {").nth(1).unwrap();
    assert!(rule.trim_start().starts_with("stroke: var(--frontier);"), "{}", rule.split('}').next().unwrap());
}

/// A style sheet, and in it what stands for a part, with the property that takes a colour of the system.
type Forced = (&'static str, &'static [(&'static str, &'static str)]);

/// What is told by colour, sheet by sheet, and what it takes where colours are forced.
const FORCED: [Forced; 6] = [
    (
        include_str!("../styles/table.css"),
        &[
            (".mc-track", "fill: Canvas"),
            (".mc-track", "stroke: CanvasText"),
            (".mc-fill", "fill: Highlight"),
            (".mc-whisker", "fill: CanvasText"),
        ],
    ),
    (
        include_str!("../styles/chart.css"),
        &[
            (".mc-unsaid)", "stroke: CanvasText"),
            (".mc-full", "fill: CanvasText"),
            (".mc-axis)", "fill: CanvasText"),
            (".mc-frontier", "stroke: Highlight"),
            (".mc-here)", "stroke: Highlight"),
            (".mc-grid", "stroke: GrayText"),
            (".mc-tint", "fill: none"),
        ],
    ),
    (
        include_str!("../styles/bands.css"),
        &[
            (".mc-band rect", "fill: Canvas"),
            (".mc-band .mc-gap", "fill: CanvasText"),
            (".mc-band .mc-here", "fill: Highlight"),
            (".mc-band text", "fill: CanvasText"),
            (".mc-strip", "border: 1px solid CanvasText"),
            (".mc-swatch", "border: 1px solid CanvasText"),
            (".mc-entry[aria-current]", "border-color: Highlight"),
        ],
    ),
    // The track and the thumb are the system's own.
    (include_str!("../styles/slider.css"), &[(".mc-slider input", "appearance: auto")]),
    (
        include_str!("../styles/findings.css"),
        &[
            (".mc-plot text", "fill: CanvasText"),
            (".mc-gridline)", "stroke: CanvasText"),
            (".mc-area :is(.mc-open, .mc-closed, .mc-either)", "fill: CanvasText"),
            // What has a colour of its own in the panel has none then.
            (".mc-finding .mc-sides td .mc-fill", "fill: CanvasText"),
            (".mc .mc-mark:is(.mc-open, .mc-closed)", "fill: CanvasText"),
        ],
    ),
    (
        include_str!("../styles/cards.css"),
        &[
            (".mc-track2::before", "background: CanvasText"),
            (".mc-best > :first-child", "border-inline-start: 4px solid Highlight"),
            ("[data-active]", "outline: 2px solid Highlight"),
        ],
    ),
];

#[test]
fn what_is_told_by_colour_takes_colours_of_the_system_where_these_are_forced() {
    for (sheet, rules) in FORCED {
        let [_, forced] = sheet.split("@media (forced-colors: active) {").collect::<Vec<_>>().try_into().unwrap();
        // As far as the block goes: what ends it stands at the start of a line.
        let block = forced.split("\n}").next().unwrap();
        for (selector, wanted) in rules {
            let rule = block.split(selector).nth(1).unwrap_or_else(|| panic!("no rule for {selector}"));
            let body = rule.split('}').next().unwrap();
            assert!(body.contains(&format!(" {wanted};")), "{selector}{body}: no {wanted}");
        }
    }
}
