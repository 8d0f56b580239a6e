// @ts-check
/**
 * Defines <model-compare> and loads the widget once one comes near the view.
 *
 * The widget itself is WebAssembly beside this file; every element of the page shares one instance of it.
 */

/** Attributes whose text the widget understands; each has a property of the same name. */
const SETTINGS = ['table', 'score', 'cost', 'columns', 'workload', 'weight', 'sort', 'filter', 'rows'];

/** What `loading` may be. */
const LOADING = ['lazy', 'eager'];

/** How far from the view loading begins. */
const NEAR = '100% 0px';

/**
 * @typedef {{ attribute(name: string, text?: string): void, moved(): void, state: object, results: object,
 *   updated: Promise<void> }} Mount
 * @typedef {{ Mount: new (root: HTMLElement, language: string, attributes: object) => Mount, sheet: CSSStyleSheet }} Widget
 */

/** @type {Promise<Widget> | undefined} */
let loading;

/** Loads the widget, once per page; after a failure the next element tries again. */
function load() {
  loading ??= (async () => {
    const glue = await import(new URL('widget.js', import.meta.url).href);
    await glue.default({ module_or_path: new URL('widget_bg.wasm', import.meta.url) });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.styles());
    return { Mount: glue.Mount, sheet };
  })();
  loading.catch(() => { loading = undefined; });
  return loading;
}

class ModelCompare extends HTMLElement {
  static observedAttributes = [...SETTINGS, 'loading'];

  /** @type {Mount | undefined} */
  #mount;
  /** @type {IntersectionObserver | undefined} */
  #approach;
  /** Resolves when the widget is mounted. @type {Promise<void>} */
  #mounted;
  #setMounted = () => {};
  /** Attributes that were written before the widget was there and before any state. @type {Record<string, string | undefined>} */
  #first = {};
  /** What was written after them, in order. @type {((mount: Mount) => void)[]} */
  #early = [];
  #started = false;

  constructor() {
    super();
    this.#mounted = new Promise((resolve) => { this.#setMounted = resolve; });
    // Properties that were set before the element was defined hide the accessors: set them again, once attributes may
    // be written.
    const hidden = [...SETTINGS, 'loading', 'state'].filter((name) => Object.hasOwn(this, name));
    const values = hidden.map((name) => Reflect.get(this, name));
    for (const name of hidden) Reflect.deleteProperty(this, name);
    queueMicrotask(() => hidden.forEach((name, at) => Reflect.set(this, name, values[at])));
  }

  connectedCallback() {
    this.#mount?.moved();
    this.#await();
  }

  disconnectedCallback() {
    this.#approach?.disconnect();
  }

  /** @param {string} name @param {string | null} _old @param {string | null} text */
  attributeChangedCallback(name, _old, text) {
    if (name === 'loading') {
      if (text !== null && !LOADING.includes(text)) {
        console.warn(`<model-compare> loading: "${text}" is not understood; allowed is ${LOADING.join(' or ')}`);
      }
      if (this.isConnected) this.#await();
    } else if (!this.#mount && this.#early.length === 0) {
      // The widget takes these in the order that makes sense, the table first, in whatever order a page writes them.
      this.#first[name] = text ?? undefined;
    } else {
      this.#write((mount) => mount.attribute(name, text ?? undefined));
    }
  }

  /** Starts at once where that is asked for, otherwise when the element comes near the view. */
  #await() {
    if (this.#started) return;
    this.#approach?.disconnect();
    if (this.getAttribute('loading') === 'eager') {
      this.#start();
      return;
    }
    this.#approach = new IntersectionObserver(
      (entries) => { if (entries.some((entry) => entry.isIntersecting)) this.#start(); },
      { rootMargin: NEAR },
    );
    this.#approach.observe(this);
  }

  /** Writes to the widget, now or once it is there. @param {(mount: Mount) => void} write */
  #write(write) {
    if (this.#mount) write(this.#mount);
    else this.#early.push(write);
  }

  async #start() {
    this.#started = true;
    this.#approach?.disconnect();
    try {
      const { Mount, sheet } = await load();
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      const root = document.createElement('div');
      root.className = 'mc-mount';
      // The words are English whatever the page speaks; numbers and dates are the page's.
      root.lang = 'en';
      // Keys that are typed inside stay inside: a page's own shortcuts must not eat them.
      for (const type of ['keydown', 'keypress', 'keyup']) {
        root.addEventListener(type, (event) => event.stopPropagation());
      }
      shadow.append(root);
      const language = this.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
      const mount = new Mount(root, language, this.#first);
      for (const write of this.#early.splice(0)) write(mount);
      this.#mount = mount;
      await mount.updated;
      this.#setMounted();
    } catch (error) {
      this.#started = false;
      console.error('<model-compare> could not start:', error);
    }
  }

  /** What a reader can change; setting changes the keys that are there. */
  get state() {
    return this.#mount?.state;
  }

  set state(state) {
    this.#write((mount) => { mount.state = state ?? {}; });
  }

  /** The rows after the filters: `{ total, shown, ids }`; undefined before the widget is there. */
  get results() {
    return this.#mount?.results;
  }

  /** Resolves when the view shows the last change made. */
  get updated() {
    return this.#mount ? this.#mount.updated : this.#mounted.then(() => this.#mount?.updated);
  }
}

for (const name of [...SETTINGS, 'loading']) {
  Object.defineProperty(ModelCompare.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

if (!customElements.get('model-compare')) customElements.define('model-compare', ModelCompare);
