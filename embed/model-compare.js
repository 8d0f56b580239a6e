// @ts-check
/**
 * Defines <model-compare> and loads the widget once one comes near the view.
 *
 * The widget itself is WebAssembly beside this file; every element of the page shares one instance of it.
 */

/** Attributes whose text the widget understands; each has a property of the same name. */
const SETTINGS = ['table', 'score', 'cost', 'columns', 'workload', 'weight', 'sort', 'filter', 'rows'];

/** How far from the view loading begins. */
const NEAR = '100% 0px';

/** @typedef {{ attribute(name: string, text?: string): void, state: object, results: object, updated: Promise<void> }} Mount */
/** @typedef {{ Mount: new (root: HTMLElement, language: string, attributes: object) => Mount, sheet: CSSStyleSheet }} Widget */

/** @type {Promise<Widget> | undefined} */
let loading;

/** Loads the widget, once per page. */
function load() {
  loading ??= (async () => {
    const glue = await import(new URL('widget.js', import.meta.url).href);
    await glue.default({ module_or_path: new URL('widget_bg.wasm', import.meta.url) });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.styles());
    return { Mount: glue.Mount, sheet };
  })();
  return loading;
}

class ModelCompare extends HTMLElement {
  static observedAttributes = SETTINGS;

  /** @type {Mount | undefined} */
  #mount;
  /** @type {IntersectionObserver | undefined} */
  #approach;
  /** Resolves when the widget is mounted. */
  #mounted;
  /** @type {(mount: Mount) => void} */
  #setMounted = () => {};
  /** Writes that came before the widget was there, in order. @type {object[]} */
  #early = [];
  #started = false;

  constructor() {
    super();
    this.#mounted = new Promise((resolve) => { this.#setMounted = resolve; });
    // Properties that were set before the element was defined hide the accessors: set them again.
    for (const name of [...SETTINGS, 'loading', 'state']) {
      if (Object.hasOwn(this, name)) {
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        queueMicrotask(() => Reflect.set(this, name, value));
      }
    }
  }

  connectedCallback() {
    if (this.#started) return;
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

  disconnectedCallback() {
    this.#approach?.disconnect();
  }

  /** @param {string} name @param {string | null} _old @param {string | null} text */
  attributeChangedCallback(name, _old, text) {
    this.#mount?.attribute(name, text ?? undefined);
  }

  async #start() {
    if (this.#started) return;
    this.#started = true;
    this.#approach?.disconnect();
    try {
      const { Mount, sheet } = await load();
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      const root = document.createElement('div');
      root.className = 'mc-mount';
      // Keys that are typed inside stay inside: a page's own shortcuts must not eat them.
      root.addEventListener('keydown', (event) => event.stopPropagation());
      shadow.append(root);
      const language = this.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
      const attributes = Object.fromEntries(SETTINGS.map((name) => [name, this.getAttribute(name) ?? undefined]));
      const mount = new Mount(root, language, attributes);
      for (const state of this.#early.splice(0)) mount.state = state;
      this.#mount = mount;
      await mount.updated;
      this.#setMounted(mount);
    } catch (error) {
      console.error('<model-compare> could not start:', error);
    }
  }

  /** What a reader can change; setting changes the keys that are there. */
  get state() {
    return this.#mount?.state;
  }

  set state(state) {
    if (this.#mount) this.#mount.state = state ?? {};
    else this.#early.push(state ?? {});
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
