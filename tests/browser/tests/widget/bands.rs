use crate::aider;
use browser_tests::{Json, Key, Page, Widget, json};

/// The bands of the list, in words, and the one that is current.
fn bands(widget: &Widget<'_>) -> (Vec<String>, Vec<String>) {
    widget.ask(
        "const entries = all('[part=bands] .mc-band-list button');
        return [entries.map(called), entries.filter((entry) => entry.ariaCurrent === 'true').map(called)]",
    )
}

/// From where to where each band shows at the foot of the ground, in pixels of the view, looked at every quarter of one.
/// What parts it from the one before is not its own.
fn drawn(widget: &Widget<'_>) -> Vec<[f64; 2]> {
    widget.ask(
        "const ground = root.querySelector('.mc-bands-drawn');
        ground.scrollIntoView({ block: 'center' });
        const { left, right, bottom } = ground.getBoundingClientRect(), bands = all('.mc-strip .mc-band');
        const seen = bands.map(() => [Infinity, -Infinity]);
        for (let x = left; x < right; x += 0.25) {
          const hit = root.elementFromPoint(x, bottom - 8), band = seen[bands.indexOf(hit?.parentElement)];
          if (!band || hit.matches('.mc-gap')) continue;
          band[0] = Math.min(band[0], x);
          band[1] = Math.max(band[1], x + 0.25);
        }
        return seen.map(([from, to]) => (from < to ? [from, to] : [0, 0]))",
    )
}

fn verdict(widget: &Widget<'_>) -> String {
    widget.ask("return words(root.querySelector('.mc-verdict'))")
}

#[test]
fn the_bands_of_the_contract_are_listed_in_words() {
    let page = aider();
    let widget = page.widget();
    let (bands, current) = bands(&widget);
    assert_eq!(
        bands,
        [
            "gpt-4o-mini-2024-07-18: 0 % to 1 %",
            "DeepSeek Chat V3 (prev): 1 % to 37 %",
            "DeepSeek-V3.2-Exp (Chat): 37 % to 57 %",
            "DeepSeek-V3.2-Exp (Reasoner): 57 % to 73 %",
            "gpt-5 (medium): 73 % to 84 %",
            "gpt-5 (high): 84 % to 100 %",
        ]
    );
    assert_eq!(current, ["DeepSeek-V3.2-Exp (Chat): 37 % to 57 %"]);
    assert!(verdict(&widget).ends_with("It wins from 37 % to 57 % score."));
}

#[test]
fn pressing_a_band_moves_the_weight_into_it() {
    let page = aider();
    let widget = page.widget();
    for (band, name) in [
        ("gpt-5 (high): 84 % to 100 %", "gpt-5 (high)"),
        ("gpt-4o-mini-2024-07-18: 0 % to 1 %", "gpt-4o-mini-2024-07-18"),
    ] {
        widget.press(band);
        assert_eq!(widget.first(), name);
        assert_eq!(bands(&widget).1, [band]);
    }
    assert_eq!(widget.state_of("weight"), json!(0.01));
}

#[test]
fn a_band_is_reached_and_pressed_by_key() {
    let page = aider();
    let widget = page.widget();
    page.tab_to("button", "gpt-5 (medium): 73 % to 84 %");
    let before = page.focus();
    page.key(Key::Enter);
    assert_eq!(widget.first(), "gpt-5 (medium)");
    assert_eq!(page.focus(), before);
}

#[test]
fn pressing_the_strip_itself_moves_the_weight_into_the_band() {
    let page = aider();
    let widget = page.widget();
    // The lower half, where the names stand: the upper one is the slider's.
    let at: [f64; 2] = widget.ask(
        "const band = all('.mc-strip .mc-band')[1];
        band.scrollIntoView({ block: 'center' });
        const { left, width, bottom } = band.getBoundingClientRect();
        return [left + width / 2, bottom - 8]",
    );
    widget.click_at(at);
    assert_eq!(widget.first(), "DeepSeek Chat V3 (prev)");
    assert_eq!(widget.state_of("weight"), json!(0.19));
}

#[test]
fn after_a_press_the_focus_is_on_the_band_or_on_the_slider() {
    let page = aider();
    let widget = page.widget();
    let band = "gpt-5 (medium): 73 % to 84 %";
    widget.press(band);
    assert_eq!(page.focus().name, band);
    page.key(Key::Enter);
    assert_eq!(page.focus().name, band);
    let at: [f64; 2] = widget.ask(
        "const { left, width, bottom } = all('.mc-strip .mc-band')[1].getBoundingClientRect();
        return [left + width / 2, bottom - 8]",
    );
    widget.click_at(at);
    assert_eq!(page.focus().name, "Cost or score");
}

#[test]
fn without_a_table_the_focus_goes_from_a_good_buy_to_the_slider() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="slider chart"></model-compare>"#);
    let widget = page.widget();
    widget.press("Spend up to $10.38 (keeps gpt-5 (low) in)");
    assert_eq!(page.focus().name, "Cost or score");
}

#[test]
fn thumb_and_bands_stand_on_one_scale_at_every_width() {
    let page = aider();
    let widget = page.widget();
    for width in [1200, 360] {
        page.resize(width);
        // Where a weight stands under the thumb of 24 pixels, and where the band that begins there is drawn, behind a
        // gap of 2.
        let thumb: Vec<[f64; 2]> = widget.ask(
            "const slider = control('Cost or score').getBoundingClientRect();
            const thumb = (weight) => slider.left + 12 + weight * (slider.width - 24);
            return host.insights.bands.map(({ from, to }) => [thumb(from), thumb(to)])",
        );
        let drawn = drawn(&widget);
        assert_eq!(drawn.len(), thumb.len());
        for (place, ([from, to], [left, right])) in thumb.iter().zip(drawn).enumerate() {
            let gap = if place > 0 { 2.0 } else { 0.0 };
            assert!((left - gap - from).abs() < 1.5 && (right - to).abs() < 1.5, "band {place} at {width}");
        }
    }
}

#[test]
fn a_band_that_is_too_narrow_to_be_seen_shows_and_is_pressed() {
    let page = Page::with(r#"<model-compare score="gsm8k" filter="open-weights:no"></model-compare>"#);
    let widget = page.widget();
    for width in [1200, 360] {
        page.resize(width);
        let shares: Vec<f64> = widget.ask("return host.insights.bands.map(({ from, to }) => to - from)");
        assert!(shares.iter().any(|share| *share < 0.003), "{shares:?}");
        let drawn = drawn(&widget);
        assert_eq!(drawn.len(), shares.len());
        let narrow: Vec<_> = drawn.iter().filter(|[from, to]| to - from < 2.0).collect();
        assert!(narrow.is_empty(), "{narrow:?} of {drawn:?} at {width}");
    }
    let place: usize =
        widget.ask("return host.insights.bands.findIndex(({ from, to }) => 0 < from && to - from < 0.003)");
    let [from, to] = drawn(&widget)[place];
    let bottom: f64 = widget.ask("return root.querySelector('.mc-bands-drawn').getBoundingClientRect().bottom");
    widget.click_at([f64::midpoint(from, to), bottom - 8.0]);
    let band: String = widget.ask_with("return called(all('.mc-band-list button')[given[0]])", vec![json!(place)]);
    assert_eq!(bands(&widget).1, [band]);
}

#[test]
fn the_thumb_hides_no_name() {
    let page = aider();
    let widget = page.widget();
    let covered: Vec<String> = widget.ask(
        "const slider = control('Cost or score').getBoundingClientRect();
        const labels = all('.mc-strip text').filter((name) => getComputedStyle(name).display !== 'none');
        return labels.filter((name) => name.getBoundingClientRect().top < slider.top + (slider.height + 24) / 2 - 2)
          .map((name) => `${name.textContent} ${name.getBoundingClientRect().top - slider.top}`)",
    );
    assert_eq!(covered, [""; 0]);
}

#[test]
fn what_can_be_pressed_is_large_enough() {
    let page = aider();
    let widget = page.widget();
    for width in [1200, 360] {
        page.resize(width);
        let small: Vec<String> = widget.ask(
            "return all('[part=bands] button').filter((button) => {
              const { width, height } = button.getBoundingClientRect();
              return width < 24 || height < 24;
            }).map(called)",
        );
        assert_eq!(small, [""; 0], "at {width}");
    }
}

#[test]
fn a_good_buy_gets_a_ceiling_that_keeps_it_in() {
    let page = aider();
    let widget = page.widget();
    let said: Vec<String> = widget.ask("return all('.mc-buys li > span').map(words)");
    assert_eq!(
        said,
        [
            "Grok 3 Mini Beta (high): best for a budget from $0.73 up to $0.88, though it wins at no weight.",
            "gpt-5 (low): best for a budget from $10.37 up to $17.69, though it wins at no weight.",
        ]
    );
    widget.press("Spend up to $10.38 (keeps gpt-5 (low) in)");
    assert_eq!(widget.state_of("filter"), "cost:..10.38");
    assert_eq!(bands(&widget).0.last().map(String::as_str), Some("gpt-5 (low): 79 % to 100 %"));
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn a_good_buy_is_kept_in_by_key() {
    let page = aider();
    let widget = page.widget();
    page.tab_to("button", "Spend up to $0.74 (keeps Grok 3 Mini Beta (high) in)");
    page.key(Key::Enter);
    assert_eq!(widget.state_of("filter"), "cost:..0.74");
    assert!(bands(&widget).0.last().is_some_and(|band| band.starts_with("Grok 3 Mini Beta (high): ")));
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn on_paper_inks_are_dark_and_the_key_to_the_colours_is_printed() {
    for markup in [
        r#"<model-compare table="aider-polyglot" theme="dark"></model-compare>"#,
        r#"<style>body { background: #101418; color: #eee }</style><model-compare table="aider-polyglot"></model-compare>"#,
    ] {
        let page = Page::with(markup);
        let widget = page.widget();
        assert_eq!(widget.theme(), "dark");
        if !page.print_on_screen() {
            return;
        }
        page.after_frames(2);
        let style = |selector: &str, property: &str| -> String {
            let given = vec![json!(selector), json!(property)];
            widget.ask_with("return getComputedStyle(root.querySelector(given[0]))[given[1]]", given)
        };
        assert_eq!(style(".mc-verdict", "color"), "rgb(28, 33, 40)");
        assert_eq!(style(".mc-mount", "backgroundColor"), "rgb(255, 255, 255)");
        assert_eq!(style(".mc-gap", "fill"), "rgb(255, 255, 255)");
        // The light hue of the first band.
        for swatch in [".mc-cap", ".mc-swatch"] {
            assert_eq!(style(swatch, "backgroundColor"), "rgb(95, 107, 122)");
            assert_eq!(style(swatch, "printColorAdjust"), "exact");
        }
    }
}

#[test]
fn bands_follow_the_filters() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "vendor:OpenAI" }));
    let names: Vec<String> = bands(&widget).0.iter().map(|band| band.split(':').next().unwrap().to_owned()).collect();
    assert!(names.iter().all(|name| !name.contains("DeepSeek")), "{names:?}");
    assert!(verdict(&widget).contains(" has the best value of the "), "{}", verdict(&widget));
}

#[test]
fn who_wins_now_is_announced_when_the_slider_rests() {
    let page = aider();
    let widget = page.widget();
    widget.focus("Cost or score");
    page.key(Key::End);
    widget.until("it is announced", "words(root.querySelector('[role=status]')) === 'gpt-5 (high) has the best value'");
}

#[test]
fn without_a_value_there_are_no_bands() {
    let page = aider();
    let widget = page.widget();
    let data: Json = json!({
        "columns": [{ "id": "name", "label": "Model", "kind": "text" },
                    { "id": "score", "label": "Score", "kind": "number", "better": "higher" },
                    { "id": "price", "label": "Price", "kind": "number", "unit": "USD", "better": "lower" }],
        "score": "score", "cost": "price", "rows": [{ "id": "a", "name": "A", "score": 1 }],
    });
    widget.set("data", data);
    assert_eq!(bands(&widget).0, [""; 0]);
    assert!(verdict(&widget).ends_with("none of the rows shown has both a score and a cost."));
}
