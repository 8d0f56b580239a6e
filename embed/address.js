// @ts-check
/** Keeps the reader's choices in the hash of the page's address, under a key, and leaves the rest of it alone. */

/** Browsers refuse to hear more than some hundred changes of an address in half a minute. */
const PAUSE = 400;

/** What our part of the hash begins with; some programs write `&` as `&amp;`. @param {string} key */
const part = (key) => new RegExp(`^(?:amp;)?${key}=`);

/** What the address says under a key; nothing where it says nothing that can be read. @param {string} key */
export function read(key) {
  const found = location.hash.slice(1).split('&').find((text) => part(key).test(text));
  const text = found?.replace(part(key), '').replaceAll('+', ' ');
  try {
    return text && decodeURIComponent(text);
  } catch {
    // Cut off in the middle of a letter: what comes before it can be read.
    return text;
  }
}

/** The address that says a text under a key, or nothing where the text is empty. @param {string} key @param {string} text */
export function address(key, text) {
  const url = new URL(location.href);
  const others = url.hash.slice(1).split('&').filter((other) => !part(key).test(other));
  // Readable where that is safe: programs that find links in a text stop at brackets and stars.
  const safe = encodeURIComponent(text)
    .replace(/%(2C|2F|3A|3B)/g, decodeURIComponent)
    .replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
  url.hash = [...others, ...(text ? [`${key}=${safe}`] : [])].join('&').replace(/^&/, '');
  return url.href;
}

/** Which page is shown; a page of many views changes it without being loaded. */
export const page = () => location.pathname + location.search;

/** The part of the address that one element keeps. */
export class Keeper {
  /** @type {number | undefined} */
  #timer;
  #text = '';
  /** The addresses that steps have left. @type {Set<string>} */
  #left = new Set();
  /** What the address has said last. */
  said = '';
  /** The page on which it was chosen. */
  #page = page();
  /** Whether the address says what it said when the page was opened. */
  opened = true;
  #heard = () => {
    // Where there was nothing before a step, there is nothing behind the way back.
    const text = read(this.key) ?? (this.#left.has(location.href) ? '' : undefined);
    if (text === undefined) {
      // A link to a place of the page leaves it out, as does the way back to an address from before the first choice,
      // which has no hash. What looks like a path is the route of a page of many views, which is not ours.
      if (this.#text && /#(?!!?\/)/.test(location.href)) this.#soon();
    } else if (text !== this.#text) {
      this.#text = this.said = text;
      this.follow(text);
    }
  };
  #write = () => {
    clearTimeout(this.#timer);
    if (this.#timer === undefined) return;
    this.#timer = undefined;
    // A page of many views has another address by now, which is not ours.
    if (page() !== this.#page) return;
    try {
      history.replaceState(history.state, '', address(this.key, this.#text));
      this.said = this.#text;
    } catch {
      // A page without an address of its own keeps none.
    }
  };

  /** @param {string} key @param {(text: string) => void} follow hears what the address says from now on */
  constructor(key, follow) {
    this.key = key;
    this.follow = follow;
    this.#text = this.said = read(key) ?? '';
    addEventListener('hashchange', this.#heard);
    addEventListener('pagehide', this.#write);
  }

  /** What the address says. */
  get text() {
    return this.#text;
  }

  /**
   * Says another text, soon, unless another page is shown by then; a step has an address of its own, from which the
   * browser's way back leads to the one before.
   * @param {string} text @param {string} at @param {boolean} step
   */
  keep(text, at, step) {
    if (text === this.#text) return;
    if (step && page() === at) {
      this.#write();
      this.#left.add(location.href);
      try {
        history.pushState(history.state, '', address(this.key, text));
        this.said = text;
      } catch {
        // A page without an address of its own has no steps, and a browser refuses very many.
        this.#soon();
      }
    } else {
      this.#soon();
    }
    this.#text = text;
    this.#page = at;
    this.opened = false;
  }

  #soon() {
    this.#timer ??= setTimeout(this.#write, PAUSE);
  }

  end() {
    // What a link has left out may be no part of the page that follows.
    if (this.said === this.#text) clearTimeout(this.#timer);
    else this.#write();
    removeEventListener('hashchange', this.#heard);
    removeEventListener('pagehide', this.#write);
  }
}
