use crate::aider;
use browser_tests::{Key, json};

/// What the contract's fixture knows: who is first at which weight.
const WINNERS: [(f64, &str); 5] = [
    (0.30, "DeepSeek Chat V3 (prev)"),
    (0.50, "DeepSeek-V3.2-Exp (Chat)"),
    (0.65, "DeepSeek-V3.2-Exp (Reasoner)"),
    (0.80, "gpt-5 (medium)"),
    (0.95, "gpt-5 (high)"),
];

#[test]
fn the_weight_attribute_puts_the_known_winner_first() {
    let page = aider();
    let widget = page.widget();
    for (weight, winner) in WINNERS {
        widget.set_attribute("weight", weight.to_string());
        assert_eq!((weight, widget.first().as_str()), (weight, winner));
    }
}

#[test]
fn the_weight_of_the_state_puts_the_known_winner_first() {
    let page = aider();
    let widget = page.widget();
    for (weight, winner) in WINNERS {
        widget.set("state", json!({ "weight": weight }));
        assert_eq!((weight, widget.first().as_str()), (weight, winner));
    }
}

#[test]
fn arrow_keys_on_the_slider_put_the_known_winner_first() {
    let page = aider();
    let widget = page.widget();
    widget.focus("Cost or score");
    page.key_times(Key::Right, 15);
    assert_eq!(widget.state_of("weight"), 0.65);
    assert_eq!(widget.first(), "DeepSeek-V3.2-Exp (Reasoner)");
    page.key_times(Key::Left, 35);
    assert_eq!(widget.state_of("weight"), 0.3);
    assert_eq!(widget.first(), "DeepSeek Chat V3 (prev)");
}

#[test]
fn home_and_end_on_the_slider_put_the_cheapest_and_the_best_first() {
    let page = aider();
    let widget = page.widget();
    widget.focus("Cost or score");
    page.key(Key::Home);
    assert_eq!(widget.first(), "gpt-4o-mini-2024-07-18");
    page.key(Key::End);
    assert_eq!(widget.first(), "gpt-5 (high)");
}

#[test]
fn the_slider_follows_the_mouse() {
    let page = aider();
    let widget = page.widget();
    widget.drag("Cost or score", 0.5, 1.0);
    assert_eq!(widget.first(), "gpt-5 (high)");
    widget.drag("Cost or score", 1.0, 0.0);
    assert_eq!(widget.first(), "gpt-4o-mini-2024-07-18");
}

#[test]
fn the_slider_says_in_words_how_much_score_and_cost_count() {
    let page = aider();
    let widget = page.widget();
    assert_eq!(widget.slider_text(), "50 % score, 50 % cost");
    widget.focus("Cost or score");
    page.key_times(Key::Right, 3);
    assert_eq!(widget.slider_text(), "53 % score, 47 % cost");
}

#[test]
fn the_slider_says_who_has_the_best_value_and_for_how_much() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("weight", "0.95");
    let verdict: String = widget.ask("return words(root.querySelector('[part=slider] p'))");
    assert_eq!(
        verdict,
        "Weighed 95 % score, 5 % cost: gpt-5 (high) has the best value, Solved 88.0 % for $29.08. It wins from 84 % to 100 % score."
    );
}

#[test]
fn the_values_change_with_the_weight() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("weight", "1");
    // Of the score alone: 100 for the best, and where the others lie between it and the lowest.
    assert_eq!(widget.column("Value")[..2], ["100.0", "98.5"]);
    widget.set_attribute("weight", "0");
    assert_eq!(widget.column("Value")[..2], ["100.0", "99.4"]);
}

#[test]
fn the_table_shows_a_new_weight_in_the_frame_of_its_input_event() {
    let page = aider();
    let widget = page.widget();
    let script = "
        const slider = control('Cost or score');
        slider.value = 95;
        slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise(requestAnimationFrame);
        // A task that comes after the frame was drawn.
        await new Promise((drawn) => { const channel = new MessageChannel(); channel.port1.onmessage = drawn; channel.port2.postMessage(0); });
        return names()[0]";
    assert_eq!(widget.ask::<String>(script), "gpt-5 (high)");
}
