// @ts-check
import { help, load, sheetOf, told, version } from './load.js';
import { ATTRIBUTES } from './names.js';

/** How far from the view loading begins. */
const NEAR = '100% 0px';

/** What the element's own style sheet is from the start. An empty element keeps room for the widget. */
const EARLY = `:host{display:block;min-inline-size:0}:host([hidden]){display:none}
:host(:empty) slot{display:block;min-block-size:var(--mc-reserve,100vh)}`;

/** The name of the property of an attribute. @param {string} name */
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Properties that a page may have set before the element was defined. */
const PROPERTIES = [...ATTRIBUTES.map(camelCase), 'data', 'state'];

export class ModelCompare extends HTMLElement {
  static observedAttributes = ATTRIBUTES.flatMap((name) => [name, `data-${name}`]);
  /** The version of the element. */
  static version = version;

  /** The widget, once its code is there. @type {import('./types').Live | undefined} */
  #live;
  /** What outlives the widget, which goes when the element does. @type {import('./types').Memory} */
  #memory = { early: [] };
  #shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  /** What is said above the widget or the fallback. */
  #line = document.createElement('p');
  /** @type {IntersectionObserver | undefined} */
  #approach;
  #started = false;
  /** Counts the starts: one that the element has left behind is none. */
  #run = 0;
  /** Whether a view has been shown since the element is here. */
  #seen = false;
  /** Resolves when the first view is shown. @type {() => void} */
  #show = () => {};
  #shown = this.#wait();

  constructor() {
    super();
    this.#line.setAttribute('part', 'status');
    this.#line.lang = 'en';
    this.#shadow.replaceChildren(this.#slot);
    // In the order in which they were set.
    const hidden = Object.keys(this).filter((name) => PROPERTIES.includes(name));
    const values = hidden.map((name) => Reflect.get(this, name));
    for (const name of hidden) Reflect.deleteProperty(this, name);
    // Attributes may not be written here.
    queueMicrotask(() => hidden.forEach((name, at) => Reflect.set(this, name, values[at])));
    for (const touch of ['pointerenter', 'pointerdown', 'focusin']) this.addEventListener(touch, this.#start);
  }

  connectedCallback() {
    this.#dress();
    this.#live?.moved();
    this.#await();
  }

  /** The page has moved it without taking it away. */
  connectedMoveCallback() {
    this.#live?.moved();
  }

  adoptedCallback() {
    this.#dress();
  }

  disconnectedCallback() {
    this.#approach?.disconnect();
    // An element that is only moved stands elsewhere by then.
    queueMicrotask(() => { if (!this.isConnected) this.#leave(); });
  }

  /** @param {string} attribute @param {string | null} old @param {string | null} text */
  attributeChangedCallback(attribute, old, text) {
    const name = attribute.replace(/^data-/, '');
    if (name === 'loading' && this.isConnected) this.#await();
    if (name === 'src') {
      // What it has loaded may not be what is shown, or not have come at all.
      if (old === text && this.#memory.loaded !== null) return;
      if (!this.#live?.mount) this.#reset();
      this.#live?.source();
    } else {
      // A table that is named while the element is away takes the place of a data set, too.
      if (name === 'table' && text && !this.#live && this.#memory.ready && this.#memory.data) this.#reset(null);
      // The same text again counts as well: the last writer wins over the reader.
      this.#live?.attribute(name, old === text);
      if (!this.#live?.mount && (this.#memory.state || this.#memory.early.length > 0)) this.#memory.early.push({ name });
    }
  }

  /** What an attribute says, under its own name or as `data-*`. @param {string} name */
  #text(name) {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`) ?? undefined;
  }

  /** Adopts the style sheets that are there, made in the element's document. */
  #dress() {
    // A document that is not shown has no style.
    if (!('adoptedStyleSheets' in this.#shadow && this.ownerDocument.defaultView)) return;
    this.#shadow.adoptedStyleSheets = [EARLY, this.#live?.css ?? ''].map((css) => sheetOf(this.ownerDocument, css));
  }

  /** Starts at once where that is asked for, otherwise when the element comes near the view or is touched. */
  #await() {
    if (this.#started) return;
    this.#approach?.disconnect();
    // What an address may lead to must be there to be found.
    const led = this.#text('show')?.match(/claims|faq/);
    if (this.#text('loading') === 'eager' || (led && location.hash)) return this.#start();
    this.#approach = new IntersectionObserver(
      (entries) => { if (entries.some((entry) => entry.isIntersecting)) this.#start(); },
      { rootMargin: NEAR },
    );
    this.#approach.observe(this);
  }

  #start = async () => {
    if (this.#started || !this.isConnected) return;
    const run = this.#run += 1;
    this.#started = true;
    this.#approach?.disconnect();
    try {
      const Live = await load();
      // It has left since, and may have begun anew.
      if (run !== this.#run) return;
      this.#say('');
      this.#live = new Live({
        element: this,
        memory: this.#memory,
        shadow: this.#shadow,
        slot: this.#slot,
        text: (name) => this.#text(name),
        say: (text) => this.#say(text),
        fail: (failure) => this.#fail(failure),
        shown: () => {
          this.#seen = true;
          this.#show();
        },
      });
      this.#dress();
      this.#live.begin();
    } catch (failure) {
      if (run !== this.#run) return;
      this.#fail(/** @type {import('./names').Failure} */ (failure));
    }
  };

  /** Gives its place to the next element that needs one; what the reader chose is kept. */
  #leave() {
    this.#run += 1;
    this.#live?.leave();
    this.#live = undefined;
    this.#started = false;
    // Who waits already waits for the next view.
    if (this.#seen) this.#shown = this.#wait();
    this.#seen = false;
    this.#shadow.replaceChildren(this.#slot);
  }

  #wait() {
    return /** @type {Promise<void>} */ (new Promise((resolve) => { this.#show = resolve; }));
  }

  /** Says something above the widget or the fallback; an empty text takes it away. @param {string} text */
  #say(text) {
    this.#line.textContent = text;
    if (text) this.#shadow.prepend(this.#line);
    else this.#line.remove();
  }

  /** Says what has gone wrong, to the reader and to the page. @param {{ code?: import('./types').Code, message: string }} failure */
  #fail({ code = 'panic', message }) {
    if (code === 'network') {
      // It may be back when the element is next touched; nothing else mends itself.
      this.#started = false;
      // What is said already is not said again.
      if (this.#line.isConnected) return;
    }
    console.error(`<model-compare> ${code}: ${message}`);
    if (code === 'panic') this.#live = undefined;
    // It keeps room for nothing any more.
    if (!this.firstChild) this.#slot.remove();
    this.#say(`${told(code)} `);
    const link = document.createElement('a');
    link.href = help(code);
    link.textContent = 'What helps';
    this.#line.append(link);
    const detail = { code, message };
    this.dispatchEvent(new CustomEvent('model-compare:error', { bubbles: true, composed: true, detail }));
  }

  /** A data set in place of the compiled-in tables: an object as the contract describes it. */
  get data() {
    return this.#memory.data;
  }

  set data(data) {
    if (!this.#live?.mount) this.#reset(data && null);
    if (this.#live) this.#live.take(data);
    else this.#memory.data = data;
  }

  /**
   * Forgets the data set, and all that was chosen and written before but weight and page length, and the attributes.
   * @param {null} [loaded] null where `src` gives way, too
   */
  #reset(loaded) {
    const memory = this.#memory;
    const kept = (/** @type {Partial<import('./model-compare').State>} */ { weight, rows }) => ({ weight, rows });
    memory.data = memory.told = undefined;
    memory.loaded = loaded;
    memory.state &&= kept(memory.state);
    memory.early = memory.early.map(({ name, state }) => ({ name, state: kept(state ?? {}) }));
  }

  /** What a reader can change; setting changes the keys that are there. */
  get state() {
    return this.#live?.mount?.state ?? this.#memory.state;
  }

  set state(state) {
    if (this.#live?.mount) this.#live.mount.state = state ?? {};
    else this.#memory.early.push({ state: { ...state } });
  }

  /** The rows after the filters: `{ total, shown, ids }`; undefined before the widget is there. */
  get results() {
    return this.#live?.mount?.results;
  }

  /** Who wins where, who is dominated by none, who is tied with the best; undefined before the widget is there. */
  get insights() {
    return this.#live?.mount?.insights;
  }

  /** All rows after the filters in shown order, with the shown columns, as RFC 4180 has it; undefined before. */
  exportCsv() {
    return this.#live?.mount?.csv;
  }

  /** Resolves when the view shows the last change made. */
  get updated() {
    return this.#shown.then(() => this.#live?.updated);
  }
}

for (const name of ATTRIBUTES) {
  Object.defineProperty(ModelCompare.prototype, camelCase(name), {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}
