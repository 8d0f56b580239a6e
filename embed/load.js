// @ts-check
/** Brings the widget's code to the page: once, whole and only when it is wanted. */

import { Failure } from './names.js';

/** What a release says of its files; Trunk serves them under their plain names. */
const release = import.meta.released ? import.meta.release : {
  version: 'development',
  code: { name: 'live.js' },
  wasm: { name: 'widget_bg.wasm' },
  help: 'help.html',
};

/** The version of this loader, and of the code that it loads. */
export const version = release.version;

/** @typedef {import('./types').Code} Code */

/** What a reader is told of each. @type {Record<Code, string>} */
const TOLD = {
  csp: 'The security policy of this page stops the interactive table.',
  mime: 'The interactive table did not come as a script.',
  network: 'The interactive table could not be fetched.',
  integrity: 'The interactive table did not come as it was published.',
  unsupported: 'This browser is too old for the interactive table.',
  panic: 'The interactive table has failed.',
  data: 'The data has a fault.',
  src: 'The data could not be loaded.',
};

/** @param {Code} code */
export const told = (code) => TOLD[code];

/** Where help stands for a code. @param {Code} code */
export const help = (code) => `${new URL(release.help, import.meta.url).href}#${code}`;

/** @type {Promise<import('./types').LiveClass> | undefined} */
let loading;
/** Why no element of this page can run any more. @type {Failure | undefined} */
let broken;

/** Loads the widget's code, once per page; after a failure the next element tries again. */
export function load() {
  if (broken) return Promise.reject(broken);
  const mine = loading ??= start();
  mine.catch(() => { if (loading === mine) loading = undefined; });
  return mine;
}

/** @returns {Promise<import('./types').LiveClass>} */
async function start() {
  if (typeof WebAssembly !== 'object' || !('adoptedStyleSheets' in Document.prototype)) {
    throw new Failure('unsupported', 'no WebAssembly or adoptedStyleSheets');
  }
  let refused = '';
  /** @param {SecurityPolicyViolationEvent} event */
  const note = ({ blockedURI, disposition, effectiveDirective }) => {
    // Of a file of another origin some browsers tell only that.
    const isOurs = /^(wasm-)?eval$/.test(blockedURI) || [codeUrl, wasmUrl].some((url) => blockedURI && url.startsWith(blockedURI));
    if (isOurs && disposition === 'enforce') refused = `${effectiveDirective} refuses ${blockedURI}`;
  };
  document.addEventListener('securitypolicyviolation', note);
  const [codeUrl, wasmUrl] = [release.code, release.wasm].map(({ name }) => new URL(name, import.meta.url).href);
  try {
    const fetched = fetch(wasmUrl, release.wasm).then((response) => (response.ok ? response : Promise.reject()));
    // Who waits for it hears of it; the page need not.
    fetched.catch(() => {});
    const as = (/** @type {Code} */ code) => () => { throw new Failure(code, codeUrl); };
    const run = (/** @type {string} */ url) => preload(url, release.code).catch(as('network'))
      .then(() => import(/* webpackIgnore: true */ /* @vite-ignore */ url).catch(as('unsupported')));
    // What a browser once failed to get it does not get again under the same address.
    const code = await run(codeUrl).catch(() => again(codeUrl, release.code, true).then(() => run(`${codeUrl}#${Date.now()}`)));
    const wasm = await fetched.catch(() => again(wasmUrl, release.wasm));
    return await code.start(wasm, (/** @type {Failure} */ failure) => { broken = failure; })
      .catch((/** @type {Error} */ { message }) => {
        if (refused || /unsafe-eval|content.security|csp/i.test(message)) throw new Failure('csp', message);
        // What has the right hash is as it was published.
        throw new Failure(release.wasm.integrity ? 'unsupported' : 'integrity', message);
      });
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }

  /**
   * A file that did not come, asked for once more, or why it does not: a browser does not say, so it is asked for
   * without conditions as well.
   * @param {string} url @param {{ integrity?: string }} file @param {boolean} [isScript]
   */
  async function again(url, file, isScript) {
    const [response, whole] = await Promise.all(
      [{}, file].map((wanted) => fetch(url, { ...wanted, cache: 'reload' }).catch(() => undefined)));
    // The event of a refusal comes in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (refused) throw new Failure('csp', refused);
    if (!response?.ok) throw new Failure('network', `${url} ${response?.status ?? ''}`);
    if (isScript && !/(java|ecma)script/.test(`${response.headers.get('content-type')}`)) throw new Failure('mime', url);
    if (!whole) throw new Failure('integrity', url);
    return whole;
  }
}

/** Fetches a module, with its hash, for which `import` does not ask. @param {string} url @param {{ integrity?: string }} file */
async function preload(url, file) {
  const link = document.createElement('link');
  if (file.integrity && link.relList.supports('modulepreload')) {
    Object.assign(link, file, { rel: 'modulepreload', href: url, crossOrigin: 'anonymous' });
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      document.head.append(link);
    }).finally(() => link.remove());
  }
  // WebKit does not compare the hash of what it preloads. What was kept of it is enough; the server need not send it again.
  const { ok } = await fetch(url, { ...file, cache: 'force-cache' });
  if (!ok) throw url;
}

/** The style sheets of each document, by their text. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** A style sheet made in a document, as adoption demands, once. @param {Document} document @param {string} css */
export function sheetOf(document, css) {
  const made = sheets.get(document) ?? new Map();
  sheets.set(document, made);
  const sheet = made.get(css) ?? new (document.defaultView ?? window).CSSStyleSheet();
  if (!made.has(css)) sheet.replaceSync(css);
  made.set(css, sheet);
  return sheet;
}
