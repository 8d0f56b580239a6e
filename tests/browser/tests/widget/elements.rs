//! Many elements, elements in other places, and other copies of the loader.

use crate::{aider, data_set};
use browser_tests::{Json, Page, json};

#[test]
fn twenty_elements_share_one_instance_of_the_code_and_all_work() {
    let one = r#"<model-compare table="aider-polyglot" loading="eager" show="table" rows="5"></model-compare>"#;
    let page = Page::with(&one.repeat(20));
    for place in 0..20 {
        assert_eq!(page.widget_at(place).first(), "DeepSeek-V3.2-Exp (Chat)", "{place}");
    }
    let mut asked = page.asked_for();
    asked.sort();
    let wasm = asked.iter().filter(|path| path.rsplit('.').next() == Some("wasm")).count();
    asked.dedup();
    assert_eq!((asked.len(), wasm), (4, 1), "{asked:?}");
    page.widget_at(19).press_header("Cost of the run");
    assert_eq!(page.widget_at(19).first(), "gpt-4o-mini-2024-07-18");
    assert_eq!(page.widget_at(18).first(), "DeepSeek-V3.2-Exp (Chat)");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn two_elements_that_change_places_while_they_are_away_keep_their_own_state_and_data() {
    let one = r#"<model-compare table="aider-polyglot"></model-compare>"#;
    let page = Page::with(&format!("{one}{one}"));
    page.widget().set("data", data_set());
    page.widget_at(1).set("state", json!({ "weight": 0.95 }));
    page.ask::<()>(
        "window.away = [...document.querySelectorAll('model-compare')]; away.forEach((element) => element.remove())",
        Vec::new(),
    );
    page.after_frames(1);
    page.ask::<()>("document.body.append(away[1], away[0])", Vec::new());
    assert_eq!((page.widget().first(), page.widget_at(1).first()), ("gpt-5 (high)".into(), "Alpha".into()));
    assert_eq!(page.widget_at(1).state_of("weight"), 0.5);
    page.widget_at(1).press_header("Price");
    assert_eq!((page.widget().first(), page.widget_at(1).first()), ("gpt-5 (high)".into(), "Delta".into()));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn an_element_that_is_adopted_into_a_frame_works_on_and_keeps_its_looks() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Cost of the run");
    let told: Json = widget.ask(
        "const looks = () => {
          const table = root.querySelector('[part=table]'), { borderCollapse, display } = getComputedStyle(table);
          const unseen = getComputedStyle(root.querySelector('.mc-unseen')).position;
          return [borderCollapse, display, unseen, getComputedStyle(host).display].join();
        };
        const before = [looks(), names()[0]];
        const frame = document.createElement('iframe');
        frame.width = 1100;
        frame.height = 800;
        document.body.append(frame);
        frame.contentDocument.body.append(host);
        await host.updated;
        const after = [looks(), names()[0]];
        header('Model').click();
        await host.updated;
        const { sort } = host.state;
        control('Cost or score').value = 95;
        control('Cost or score').dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await host.updated;
        const { weight } = host.state;
        const back = document.body;
        back.append(host);
        await host.updated;
        return [before, after, sort, weight, looks() === before[0], host.state.sort]",
    );
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0][1], "gpt-4o-mini-2024-07-18");
    assert_eq!((&told[2], &told[3], &told[4], &told[5]), (&json!("name"), &json!(0.95), &json!(true), &json!("name")));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_second_copy_of_the_loader_leaves_the_first_in_place_and_says_so() {
    let page = aider();
    let widget = page.widget();
    let said: Vec<String> = page.ask(
        "const said = [], first = customElements.get('model-compare'), say = console.info;
        console.info = (...words) => said.push(words.join(' '));
        await import('/embed/../embed/model-compare.js?second');
        console.info = say;
        if (customElements.get('model-compare') !== first) throw new Error('it is another one');
        return said",
        Vec::new(),
    );
    assert!(
        said.len() == 1 && ["defined already", "version", "?second"].iter().all(|part| said[0].contains(part)),
        "{said:?}"
    );
    widget.press_header("Cost of the run");
    assert_eq!(widget.first(), "gpt-4o-mini-2024-07-18");
    page.ask::<()>(
        "const div = document.createElement('div');
        div.dataset.modelCompare = '';
        div.dataset.table = 'aider-polyglot';
        div.dataset.loading = 'eager';
        document.body.append(div)",
        Vec::new(),
    );
    assert_eq!(page.widget_at(1).count(), "69 rows");
    assert_eq!(page.ask::<usize>("return document.querySelectorAll('model-compare').length", Vec::new()), 2);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_div_of_the_page_is_upgraded_with_its_attributes_and_what_it_holds() {
    let page = Page::with(
        r#"<div data-model-compare data-table="aider-polyglot" data-weight="0.95" data-other="x"><p>The fallback</p></div>"#,
    );
    let widget = page.widget();
    assert_eq!(widget.first(), "gpt-5 (high)");
    let held: Json = page.ask(
        "const div = document.querySelector('div'), [element] = div.children;
        return [div.children.length, element.localName, element.querySelector('p').textContent, element.hasAttribute('data-other')]",
        Vec::new(),
    );
    assert_eq!(held, json!([1, "model-compare", "The fallback", false]));
}

#[test]
fn a_div_that_comes_later_is_upgraded_and_followed() {
    let page = Page::with("<main></main>");
    page.ask::<()>(
        "await customElements.whenDefined('model-compare');
        document.querySelector('main').innerHTML =
          '<section><div data-model-compare data-table=\"aider-polyglot\" data-rows=\"5\"></div></section>'",
        Vec::new(),
    );
    page.ask::<()>(
        "while (!document.querySelector('model-compare')) await new Promise(requestAnimationFrame)",
        Vec::new(),
    );
    let widget = page.widget();
    assert_eq!(widget.names(99).len(), 5);
    let set = "const div = document.querySelector('[data-model-compare]'), [name, value] = given;
        const changed = new Promise((resolve) => div.addEventListener('model-compare:change', resolve, { once: true }));
        value === null ? div.removeAttribute(name) : div.setAttribute(name, value);
        await changed";
    page.ask::<()>(set, vec![json!("data-weight"), json!("0.95")]);
    assert_eq!(widget.first(), "gpt-5 (high)");
    page.ask::<()>(set, vec![json!("data-weight"), Json::Null]);
    assert_eq!(widget.state_of("weight"), 0.5);
    page.ask::<()>(set, vec![json!("data-filter"), json!("vendor:OpenAI")]);
    assert_eq!(widget.state_of("filter"), "vendor:OpenAI");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_class_of_the_div_changes_nothing_of_what_the_page_has_written_on_the_element() {
    let page = Page::with(r#"<div data-model-compare data-table="aider-polyglot" data-rows="5"></div>"#);
    let widget = page.widget();
    widget.set("weight", 0.8);
    for (change, rows) in [("div.className = 'seen'", 5), ("div.dataset.rows = '10'", 10)] {
        page.ask::<()>(&format!("const div = document.querySelector('div'); {change}"), Vec::new());
        page.after_frames(1);
        page.settle();
        assert_eq!((widget.names(99).len(), widget.state_of("weight")), (rows, json!(0.8)), "{change}");
    }
}

#[test]
fn an_element_of_data_attributes_starts_when_the_address_leads_into_it() {
    let page = Page::with(
        r#"<model-compare table="aider-polyglot"></model-compare><p class="long">A long article.</p>
        <model-compare data-show="claims"></model-compare>"#,
    );
    page.widget();
    let below = page.element_at(1);
    assert!(!below.is_live());
    page.ask::<()>("location.hash = '#b14'", Vec::new());
    below.until_drawn("it is live", "host.results");
}

#[test]
fn the_widget_sets_no_global_and_adds_nothing_to_the_page_around_it() {
    let page = Page::with("");
    let left: Vec<String> = page.ask(
        "const frame = document.createElement('iframe');
        frame.width = 1000;
        frame.height = 700;
        document.body.append(frame);
        const inner = frame.contentWindow;
        const keys = () => new Set([...Reflect.ownKeys(inner), ...Reflect.ownKeys(inner.Object.prototype),
          ...Reflect.ownKeys(inner.Array.prototype)].map(String));
        const before = keys();
        inner.document.body.innerHTML = '<model-compare table=\"aider-polyglot\" link-state=\"k\"></model-compare>';
        const script = inner.document.createElement('script');
        script.type = 'module';
        script.src = '/embed/model-compare.js';
        inner.document.head.append(script);
        await inner.customElements.whenDefined('model-compare');
        await inner.document.querySelector('model-compare').updated;
        const added = [...keys()].filter((key) => !before.has(key));
        const nodes = [...inner.document.body.children, ...inner.document.head.children].map(({ localName }) => localName);
        return [...added, ...nodes.filter((name) => name !== 'model-compare' && name !== 'script')]",
        Vec::new(),
    );
    assert_eq!(left, [""; 0]);
}

#[test]
fn an_element_that_leaves_and_returns_while_the_code_loads_holds_one_widget() {
    let page = Page::with("<p>Nothing yet</p>");
    let mounts: usize = page.ask(
        "await customElements.whenDefined('model-compare');
        const element = document.createElement('model-compare');
        element.loading = 'eager';
        document.body.append(element);
        element.remove();
        await null;
        document.body.append(element);
        await element.updated;
        await new Promise(requestAnimationFrame);
        return element.shadowRoot.querySelectorAll('[part=root]').length",
        Vec::new(),
    );
    assert_eq!(mounts, 1);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn the_same_attribute_value_written_again_wins_over_the_reader() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" weight="0.5"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.9 }));
    assert_eq!(widget.state_of("weight"), 0.9);
    widget.ask::<()>("host.weight = 0.5; await host.updated");
    assert_eq!(widget.state_of("weight"), 0.5);
}

#[test]
fn a_data_set_that_does_not_tell_its_keys_is_refused_and_the_element_still_leaves_and_returns() {
    let page = aider();
    let widget = page.widget();
    let refused: String = widget.ask(
        "let name = 'nothing';
        try { host.data = new Proxy({}, { ownKeys() { throw new Error('no') } }) } catch (error) { name = error.name }
        host.remove();
        await null;
        document.body.append(host);
        await host.updated;
        return name",
    );
    assert_eq!((refused.as_str(), widget.first()), ("TypeError", "DeepSeek-V3.2-Exp (Chat)".into()));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_div_takes_along_what_the_page_puts_into_it_later() {
    // As where an asynchronous loader runs while the page is still being read.
    let page = Page::with(r#"<div data-model-compare data-src="/no-such.json" data-loading="eager"></div>"#);
    let held: Json = page.ask(
        "await customElements.whenDefined('model-compare');
        const div = document.querySelector('div'), element = div.firstElementChild;
        const table = document.createElement('table');
        div.append('Some text', table);
        await new Promise(requestAnimationFrame);
        table.append(document.createElement('caption'));
        return [div.childNodes.length, element.childNodes.length, element.querySelector('table caption') !== null]",
        Vec::new(),
    );
    assert_eq!(held, json!([1, 2, true]));
}

#[test]
fn a_widget_that_ends_in_a_frame_keeps_nothing_of_the_frame() {
    let page = aider();
    let owner: bool = page.widget().ask(
        "const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument.body.append(host);
        await host.updated;
        const mount = root.querySelector('.mc-mount');
        if (mount.ownerDocument !== frame.contentDocument) throw new Error('it was not adopted');
        host.remove();
        await null;
        return mount.ownerDocument === document && !mount.isConnected",
    );
    assert!(owner);
    assert_eq!(page.heard(), [""; 0]);
}
