// @ts-check
/** The widget of one element, from when its code is there. */

import init, { Mount, on_panic, styles } from './widget.js';
import { Keeper, address, page } from './address.js';
import { ATTRIBUTES, Failure } from './names.js';
import { painted, save } from './save.js';
import { snippet, wants } from './snippet.js';
import { fetchData } from './source.js';

/** The mounts of code that has failed: whatever frees one would run that code again. @type {(import('./types').Mount | undefined)[]} */
const dead = [];

/** The widgets of the page. @type {Set<Live>} */
const all = new Set();

/** Keys that are typed inside stay inside: a page's own shortcuts must not eat them. @param {Event} event */
const keep = (event) => event.stopPropagation();

/**
 * Starts the code, once.
 * @param {Response} wasm @param {(failure: Failure) => void} broken hears that it has failed for good
 */
export async function start(wasm, broken) {
  await init({ module_or_path: wasm });
  on_panic((/** @type {string} */ message) => {
    const failure = new Failure('panic', message);
    broken(failure);
    // None of them may be asked for anything while the page hears of it.
    all.forEach((live) => {
      dead.push(live.mount);
      live.mount = undefined;
    });
    all.forEach((live) => live.die(failure));
  });
  Live.css = styles();
  // Whoever moves on by hand is not brought back.
  const release = () => { Live.aim = null; };
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(type, release, { capture: true, passive: true });
  // Elements that wait for their turn may hold what a new address leads to; each starts as if it were touched.
  const wake = () => {
    const waiting = document.querySelectorAll('model-compare:is([show~=claims],[show~=faq],[data-show~=claims],[data-show~=faq])');
    if (location.hash) waiting.forEach((element) => element.dispatchEvent(new Event('focusin')));
  };
  addEventListener('hashchange', wake);
  // The address may have become another while this was on its way.
  wake();
  return Live;
}

class Live {
  static css = '';
  /** What the page's address has led to, until the reader moves: other widgets may still push it away. @type {Element | null} */
  static aim = null;
  /** The widget's own style sheet. */
  css = Live.css;
  /** The widget, once it has something to show. @type {import('./types').Mount | undefined} */
  mount;
  /** @type {Keeper | undefined} */
  #keeper;
  /** What is to become the widget. @type {import('./types').Mount | undefined} */
  #drawing;
  /** Stops the loading of a data set. @type {AbortController | undefined} */
  #fetching;
  /** Resolves when no data set is on its way. */
  #loaded = Promise.resolve();
  #frame = 0;
  /** Whether the last change has led the reader elsewhere, from where the browser's way back leads here again. */
  #led = false;

  /** @param {import('./types').Stage} stage */
  constructor(stage) {
    this.stage = stage;
    all.add(this);
    this.#keep();
  }

  /** Shows the first view, once the data set is there that the page wants. */
  begin() {
    const { memory, text } = this.stage;
    if (memory.loaded === undefined && text('src')) this.source();
    else this.#begin();
  }

  /** Draws the first view, or tells that it cannot. @param {object} [data] @param {string} [src] what has just loaded it */
  #begin(data = this.stage.memory.data, src) {
    this.#draw(data, src).catch((error) => {
      // Its place is not used again: nobody knows what the page lets be done with it.
      dead.push(this.#drawing);
      if (all.has(this)) this.die(new Failure('panic', String(error?.message ?? error)));
    });
  }

  /** @param {object} [data] @param {string} [src] */
  async #draw(data, src) {
    if (!all.has(this)) return;
    const { element, memory, shadow, slot, text } = this.stage;
    const language = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
    const host = {
      shown: () => this.#shown(),
      share: (/** @type {string} */ how) => { this.#share(how); },
      reveal: (/** @type {string} */ selector) => {
        this.#led = true;
        this.#reveal(shadow.querySelector(selector), true, shadow.querySelector('.mc-back'));
      },
    };
    /** @type {import('./types').Mount} */
    const mount = this.#drawing = new Mount(host, language);
    if (data !== undefined) {
      try {
        mount.data = data;
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        if (src) {
          mount.free();
          this.#refuse(src, message);
          return;
        }
        data = undefined;
        // Told once the widget is there, for the page may answer with another.
        queueMicrotask(() => this.stage.fail(new Failure('data', message)));
      }
    }
    memory.data = data;
    const { root } = mount;
    // The words are English whatever the page speaks; numbers and dates are the page's.
    root.lang = 'en';
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keep);
    root.addEventListener('click', this.#pressed);
    root.addEventListener('change', this.#chosen);
    addEventListener('hashchange', this.#follow);
    // What was written after a state comes after it.
    const late = new Set(memory.early.map(({ name }) => name));
    for (const name of ATTRIBUTES.filter((name) => !late.has(name))) {
      const value = text(name);
      // What comes back has warned already.
      if (value !== undefined) this.#set(mount, name, value, memory.state !== undefined);
    }
    const { text: link, said } = this.#keeper ?? {};
    if (link) mount.link = link;
    // What the address was made to say while the element was away is newer than what the reader had chosen.
    if (memory.state && (!said || said === memory.link)) mount.state = memory.state;
    memory.link = undefined;
    for (const { name, state } of memory.early.splice(0)) {
      if (name) this.#set(mount, name, text(name));
      else mount.state = state ?? {};
    }
    this.mount = mount;
    // It stands unseen below the fallback, without height, until it is drawn; then the two change places at once.
    this.#resize(() => shadow.append(root));
    mount.moved();
    mount.draw();
    await mount.updated;
    if (this.mount !== mount) return;
    this.#resize(() => slot.remove());
    if (!memory.ready) {
      memory.ready = true;
      memory.told = this.#news();
      this.#tell('ready', mount.state);
      this.#follow();
    }
    this.stage.shown();
    Live.aim?.scrollIntoView();
  }

  /**
   * Changes the element's height. What a reader looks at below stays where it is, also in a browser that does not see to
   * that by itself. @param {() => void} change
   */
  #resize(change) {
    const isAbove = this.stage.element.getBoundingClientRect().bottom <= 0;
    const { scrollHeight } = document.documentElement;
    change();
    if (!isAbove || CSS.supports('overflow-anchor', 'auto')) return;
    scrollBy({ top: document.documentElement.scrollHeight - scrollHeight, behavior: 'instant' });
  }

  /** @param {import('./types').Mount} mount @param {string} name @param {string} [value] @param {boolean} [quietly] */
  #set(mount, name, value = undefined, quietly = false) {
    if (name === 'loading' && !quietly && !/^(lazy|eager)$/.test(value ?? 'lazy')) {
      console.warn(`<model-compare> loading: "${value}" is not understood; allowed is \`lazy\` or \`eager\``);
    }
    // An element that starts with a data set has no use for the name of a table.
    mount.attribute(name, value, quietly || (name === 'table' && this.stage.memory.data !== undefined));
  }

  /** @param {string} name @param {boolean} quietly whether its warnings were given before */
  attribute(name, quietly) {
    const { memory, text } = this.stage;
    if (this.mount) {
      const others = memory.data !== undefined || (memory.loaded === undefined && text('src'));
      if (name === 'table' && text(name) !== undefined && others) this.#back();
      this.#set(this.mount, name, text(name), quietly);
    }
    if (name === 'link-state' && !quietly) {
      this.#keep();
      this.#open();
    }
  }

  /** The element stands elsewhere. */
  moved() {
    this.mount?.moved();
  }

  /** Gives its place to the next widget that needs one; what the reader chose is remembered. */
  leave() {
    all.delete(this);
    Live.aim = null;
    removeEventListener('hashchange', this.#follow);
    this.mount?.root.removeEventListener('click', this.#pressed);
    this.mount?.root.removeEventListener('change', this.#chosen);
    this.#keeper?.end();
    this.#fetching?.abort();
    cancelAnimationFrame(this.#frame);
    this.stage.memory.link = this.#keeper?.said;
    if (this.mount) this.stage.memory.state = this.mount.state;
    // What has not come is asked for again.
    else this.stage.memory.loaded = undefined;
    this.mount?.free();
    this.mount = undefined;
  }

  /** The code has failed for good: what was drawn can be read where there is nothing else. @param {Failure} failure */
  die(failure) {
    const { element, shadow, slot, fail } = this.stage;
    const drawn = shadow.querySelector('.mc-mount');
    all.delete(this);
    Live.aim = null;
    removeEventListener('hashchange', this.#follow);
    this.#fetching?.abort();
    cancelAnimationFrame(this.#frame);
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
    this.stage.memory.picked = JSON.stringify(state?.selected);
    return JSON.stringify(state);
  }

  /** The view shows the last change: the page hears of it with the next frame. */
  #shown() {
    const { memory } = this.stage;
    if (!memory.ready) return;
    const at = page();
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const { told, picked } = memory;
      const led = this.#led;
      this.#led = false;
      memory.told = this.#news();
      if (!this.mount || told === memory.told) return;
      this.#keeper?.keep(this.mount.link, at, led);
      this.#tell('change', this.mount.state);
      if (picked !== memory.picked) this.#tell('select', this.mount.state.selected);
    });
  }

  /**
   * Brings something inside into view, from where it begins on, with the focus on it.
   * @param {Element | null} target @param {boolean} smoothly @param {Element | null} begin
   */
  #reveal(target, smoothly, begin = null) {
    if (!(target instanceof HTMLElement)) return;
    // What takes no focus by itself takes it now, though not by Tab.
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const still = !smoothly || matchMedia('(prefers-reduced-motion: reduce)').matches;
    (begin ?? target).scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  }

  /** Leads to the claim or question of an id; tells whether it is here. @param {string} id @param {boolean} smoothly */
  #lead(id, smoothly) {
    const { shadow } = this.stage;
    const target = shadow.querySelector(`[data-linked][id="${CSS.escape(id)}"]`);
    if (!target) return false;
    const opens = target instanceof HTMLDetailsElement;
    if (opens) target.open = true;
    // A filter may hide it.
    const all = shadow.querySelector('input[name="verdict"][value="all"]');
    if (target.getClientRects().length === 0 && all instanceof HTMLInputElement) all.click();
    this.#reveal(opens ? target.querySelector('summary') : target, smoothly);
    return true;
  }

  /** Shows the claims of one verdict, or all: the style sheet hides the others. @param {Event} event */
  #chosen = ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.name === 'verdict')) return;
    target.closest('.mc-claims')?.setAttribute('data-only', target.value);
  };

  /** Leads to what the page's address names: what is inside a shadow root the browser does not find. */
  #follow = () => {
    const { shadow } = this.stage;
    if (!this.#lead(location.hash.slice(1).split('&')[0] ?? '', false)) return;
    const aim = Live.aim = shadow.activeElement;
    // Who reads on without a key or a pointer is not brought back either.
    setTimeout(() => { if (Live.aim === aim) Live.aim = null; }, 10_000);
  };

  /** Leads to what a link inside names, and leaves the page's address alone. @param {MouseEvent} event */
  #pressed = (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    const id = link.getAttribute('href')?.slice(1) ?? '';
    // It may be in another element of the page.
    if ([this, ...all].some((live) => live.#lead(id, true))) event.preventDefault();
  };

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.stage.element.dispatchEvent(new CustomEvent(`model-compare:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Resolves when the view shows the last change made, and a data set that is on its way is there. @type {Promise<void>} */
  get updated() {
    const loaded = this.#loaded;
    return loaded.then(() => (loaded === this.#loaded ? this.mount?.updated : this.updated));
  }

  /** Loads the data set that `src` names now, or returns to the compiled-in tables. A newer one wins over a slower. */
  source() {
    const { memory, text } = this.stage;
    const src = text('src');
    if (!src) {
      this.#back();
      return;
    }
    this.#fetching?.abort();
    memory.loaded = undefined;
    const { signal } = this.#fetching = new AbortController();
    // What is given up need not end.
    const given = new Promise((resolve) => { signal.onabort = resolve; });
    this.#loaded = Promise.race([given, this.#load(src, signal)]).then(() => {});
  }

  /** Returns to the compiled-in tables. */
  #back() {
    const { memory, say } = this.stage;
    this.#fetching?.abort();
    say('');
    memory.data = undefined;
    memory.loaded = null;
    memory.told = '';
    if (this.mount) this.mount.reset();
    else this.#begin();
  }

  /** @param {string} src @param {AbortSignal} signal */
  async #load(src, signal) {
    const { memory, say } = this.stage;
    say('Loading the data …');
    try {
      const data = await fetchData(src, signal, (percent) => { if (!signal.aborted) say(`Loading the data: ${percent} %`); });
      if (signal.aborted) return;
      say('');
      if (this.mount) {
        this.take(data, data);
      } else {
        memory.loaded = data;
        // What was chosen was chosen of another.
        if (memory.state) memory.state = { weight: memory.state.weight, rows: memory.state.rows };
        this.#begin(data, src);
      }
    } catch (error) {
      if (!signal.aborted) this.#refuse(src, /** @type {Error} */ (error).message);
    }
  }

  /** Tells why `src` gives nothing. What was shown before a time away is shown again. @param {string} src @param {string} message */
  #refuse(src, message) {
    const { memory, fail } = this.stage;
    memory.loaded = null;
    fail(new Failure('src', `${src}: ${message}`));
    if (!this.mount && memory.state?.table !== undefined) this.#begin();
  }

  /** Shows a data set; a bad one throws a `TypeError` and changes nothing. @param {object | undefined} data @param {object | null} [loaded] */
  take(data, loaded = null) {
    const { memory, say } = this.stage;
    if (this.mount) this.mount.data = data;
    this.#fetching?.abort();
    memory.data = data;
    memory.loaded = loaded;
    say('');
    if (this.mount) {
      // It is news whatever it holds.
      memory.told = '';
      // A page may have been opened with a link that means this data set.
      this.#open();
    } else {
      this.#begin();
    }
  }

  /** Shows what the address says since the page was opened. */
  #open() {
    if (this.mount && this.#keeper?.opened && this.#keeper.text) this.mount.link = this.#keeper.text;
  }

  /** Keeps the view in the page's address where that is asked for. */
  #keep() {
    const key = this.stage.text('link-state')?.trim() ?? 'none';
    this.#keeper?.end();
    const wanted = key !== 'none' && /^[\w-]{1,32}$/.test(key);
    this.#keeper = wanted ? new Keeper(key, (text) => { if (this.mount) this.mount.link = text; }) : undefined;
  }

  /** Hands the view to the reader. @param {string} how */
  async #share(how) {
    const { mount } = this;
    if (!mount) return;
    if (how === 'csv' || how === 'svg' || how === 'png') {
      const name = `${mount.state.table || 'comparison'}.${how}`;
      const made = how === 'csv' ? new Blob([mount.csv], { type: 'text/csv;charset=utf-8' })
        : how === 'svg' ? new Blob([mount.picture], { type: 'image/svg+xml' })
        : await painted(mount.picture).catch(() => undefined);
      // The element may have left since.
      if (this.mount !== mount) return;
      if (made) save(made, name);
      mount.say(made ? 'Saved as a file.' : 'This page allows no picture to be made. Save it as SVG.');
      return;
    }
    const isEmbed = how === 'embed';
    const text = how === 'markdown' ? mount.markdown : isEmbed ? snippet(mount, this.stage) : this.#link(mount);
    const written = await Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => true, () => false);
    // The element may have left since.
    if (this.mount !== mount) return;
    const said = written
      ? `Copied the ${how === 'markdown' ? 'table' : how}.`
      : 'This page may not write to the clipboard: copy the text below.';
    mount.say(said + (isEmbed ? wants(this.stage.memory) : ''), written ? '' : text);
  }

  /** @param {import('./types').Mount} mount */
  #link(mount) {
    return this.#keeper ? address(this.#keeper.key, mount.link) : location.href;
  }
}
