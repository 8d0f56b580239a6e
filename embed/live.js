// @ts-check
/** The widget of one element, from when its code is there. */

import init, { Mount, on_panic, styles } from './widget.js';
import { Keeper, address } from './address.js';
import { ATTRIBUTES, Failure } from './names.js';
import { fetchData } from './source.js';

/** The widgets of the page. @type {Set<Live>} */
const all = new Set();

/** Keys that are typed inside stay inside: a page's own shortcuts must not eat them. @param {Event} event */
const keep = (event) => event.stopPropagation();

/** @param {string} text */
const quote = (text) => text.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * Starts the code, once.
 * @param {Response} wasm @param {(failure: Failure) => void} broken hears that it has failed for good
 */
export async function start(wasm, broken) {
  await init({ module_or_path: wasm });
  on_panic((/** @type {string} */ message) => {
    const failure = new Failure('panic', message);
    broken(failure);
    all.forEach((live) => live.die(failure));
  });
  Live.css = styles();
  return Live;
}

class Live {
  static css = '';
  /** The widget's own style sheet. */
  css = Live.css;
  /** The widget, once it has something to show. @type {import('./types').Mount | undefined} */
  mount;
  /** @type {Keeper | undefined} */
  #keeper;
  /** Stops the loading of a data set. @type {AbortController | undefined} */
  #fetching;
  /** What the page knows already, and which rows it knows to be picked. */
  #told = '';
  #picked = '';
  #frame = 0;
  /** How many data sets have been shown. */
  #sets = 0;

  /** @param {import('./types').Stage} stage */
  constructor(stage) {
    this.stage = stage;
    all.add(this);
    this.#keep();
    if (stage.memory.data === undefined && stage.text('src')) this.source();
    else this.#begin();
  }

  /** Draws the first view. @param {import('./types').Code} code what a fault in its data set is told as */
  async #begin(code = 'data') {
    const { element, memory, shadow, slot, text } = this.stage;
    const language = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
    const host = { shown: () => this.#shown(), share: (/** @type {string} */ how) => { this.#share(how); } };
    /** @type {import('./types').Mount} */
    const mount = new Mount(host, language);
    const { root } = mount;
    // The words are English whatever the page speaks; numbers and dates are the page's.
    root.lang = 'en';
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keep);
    if (memory.data !== undefined) {
      try {
        mount.data = memory.data;
      } catch (error) {
        memory.data = undefined;
        this.stage.fail(new Failure(code, /** @type {Error} */ (error).message));
      }
    }
    for (const name of ATTRIBUTES) {
      const value = text(name);
      // What comes back has warned already.
      if (value !== undefined) mount.attribute(name, value, memory.state !== undefined);
    }
    if (this.#keeper?.text) mount.link = this.#keeper.text;
    if (memory.state) mount.state = memory.state;
    for (const { name, state } of memory.early.splice(0)) {
      if (name) mount.attribute(name, text(name));
      else mount.state = state ?? {};
    }
    this.mount = mount;
    // It stands unseen over the fallback until it is drawn; then the two change places at once.
    shadow.append(root);
    mount.moved();
    mount.draw();
    await mount.updated;
    if (this.mount !== mount) return;
    slot.remove();
    this.#told = this.#news();
    if (!memory.ready) {
      memory.ready = true;
      this.#tell('ready', mount.state);
    }
    this.stage.shown();
  }

  /** @param {string} name */
  attribute(name) {
    this.mount?.attribute(name, this.stage.text(name));
    if (name === 'link-state') this.#keep();
  }

  /** The element stands elsewhere. */
  moved() {
    this.mount?.moved();
  }

  /** Gives its place to the next widget that needs one; what the reader chose is remembered. */
  leave() {
    all.delete(this);
    this.#keeper?.end();
    this.#fetching?.abort();
    cancelAnimationFrame(this.#frame);
    if (this.mount) this.stage.memory.state = this.mount.state;
    this.mount?.free();
    this.mount = undefined;
  }

  /** The code has failed for good: what was drawn can be read where there is nothing else. @param {Failure} failure */
  die(failure) {
    const { element, shadow, slot, fail } = this.stage;
    const drawn = shadow.querySelector('.mc-mount');
    all.delete(this);
    this.#keeper?.end();
    this.mount = undefined;
    if (slot.isConnected || element.childElementCount > 0) {
      drawn?.remove();
      shadow.append(slot);
    } else {
      drawn?.toggleAttribute('inert', true);
    }
    fail(failure);
  }

  /** What an event would tell the page. */
  #news() {
    const state = this.mount?.state;
    this.#picked = JSON.stringify(state?.selected);
    return `${this.#sets} ${JSON.stringify(state)}`;
  }

  /** The view shows the last change: the page hears of it with the next frame. */
  #shown() {
    if (!this.stage.memory.ready) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const [told, picked] = [this.#told, this.#picked];
      this.#told = this.#news();
      if (!this.mount || told === this.#told) return;
      this.#keeper?.keep(this.mount.link);
      this.#tell('change', this.mount.state);
      if (picked !== this.#picked) this.#tell('select', this.mount.state.selected);
    });
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.stage.element.dispatchEvent(new CustomEvent(`model-compare:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Loads the data set that `src` names now, or returns to the compiled-in tables. A newer one wins over a slower. */
  async source() {
    const { memory, text, say, fail } = this.stage;
    this.#fetching?.abort();
    say('');
    const src = text('src');
    if (!src) {
      this.#sets += 1;
      if (this.mount) this.mount.reset();
      else this.#begin();
      return;
    }
    const { signal } = this.#fetching = new AbortController();
    say('Loading the data …');
    try {
      const data = await fetchData(src, signal, (percent) => say(`Loading the data: ${percent} %`));
      if (signal.aborted) return;
      say('');
      if (this.mount) {
        this.take(data);
      } else {
        memory.data = data;
        this.#begin('src');
      }
    } catch (error) {
      if (!signal.aborted) fail(new Failure('src', `${src}: ${/** @type {Error} */ (error).message}`));
    }
  }

  /** Shows a data set; a bad one throws a `TypeError` and changes nothing. @param {object | undefined} data */
  take(data) {
    const { memory, say } = this.stage;
    if (this.mount) this.mount.data = data;
    this.#fetching?.abort();
    memory.data = data;
    say('');
    if (this.mount) {
      this.#sets += 1;
      // A page may have been opened with a link that means this data set.
      if (this.#keeper?.opened && this.#keeper.text) this.mount.link = this.#keeper.text;
    } else {
      this.#begin();
    }
  }

  /** Keeps the view in the page's address where that is asked for. */
  #keep() {
    const key = this.stage.text('link-state') ?? 'none';
    this.#keeper?.end();
    const wanted = key !== 'none' && /^[\w-]{1,32}$/.test(key);
    this.#keeper = wanted ? new Keeper(key, (text) => { if (this.mount) this.mount.link = text; }) : undefined;
  }

  /** Hands the view to the reader. @param {string} how */
  async #share(how) {
    const { mount } = this;
    if (!mount) return;
    if (how === 'csv') {
      const file = URL.createObjectURL(new Blob([mount.csv], { type: 'text/csv;charset=utf-8' }));
      const name = `${mount.state.table || 'comparison'}.csv`;
      Object.assign(document.createElement('a'), { href: file, download: name }).click();
      URL.revokeObjectURL(file);
      mount.notice = 'Saved as a file.';
      return;
    }
    const text = how === 'markdown' ? mount.markdown : how === 'embed' ? this.#snippet(mount) : this.#link(mount);
    try {
      await navigator.clipboard.writeText(text);
      mount.notice = 'Copied.';
    } catch {
      mount.notice = `This page may not write to the clipboard. Copy it from here: ${text}`;
    }
  }

  /** @param {import('./types').Mount} mount */
  #link(mount) {
    return this.#keeper ? address(this.#keeper.key, mount.link) : location.href;
  }

  /** What an author pastes for exactly this view. @param {import('./types').Mount} mount */
  #snippet(mount) {
    const { text } = this.stage;
    const src = text('src');
    const own = ['show', 'theme', 'heading-level'].map((name) => [name, text(name)]);
    const attributes = [...Object.entries(mount.embed), ...own, ['src', src && new URL(src, document.baseURI).href]]
      .filter(([name, value]) => value !== undefined && name !== 'page' && name !== 'selected')
      .map(([name, value]) => ` ${name}="${quote(String(value))}"`);
    const loader = quote(new URL('model-compare.js', import.meta.url).href);
    return `<script type="module" src="${loader}"></script>
<div><model-compare${attributes.join('')}></model-compare></div>
`;
  }
}
