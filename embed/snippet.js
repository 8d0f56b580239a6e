// @ts-check
/** What an author pastes into a page to show a view there. */

/**
 * The address of the loader, which stands beside this file. A bundler gives this file another name and puts it where no
 * loader is: then there is none.
 */
const LOADER = /\/(live|snippet|model-compare-[0-9a-f]{8})\.js$/.test(new URL(import.meta.url).pathname)
  ? new URL('model-compare.js', import.meta.url).href
  : '';

/** Where the README of a release puts the loader. */
const USUAL = '/model-compare/model-compare.js';

/** The attributes that fit any data set; the others are about columns and rows. */
const FOR_ALL = new Set(['weight', 'rows', 'show', 'theme', 'heading-level']);

/** @param {string} text */
const quote = (text) => text.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Whether the page itself has set the data set, as `data`. @param {import('./types').Memory} memory */
const isOwn = ({ data, loaded }) => data !== undefined && data !== loaded;

/** The lines for exactly this view. @param {import('./types').Mount} mount @param {import('./types').Stage} stage */
export function snippet(mount, { memory, text }) {
  const own = isOwn(memory);
  const src = own ? undefined : text('src');
  const page = ['show', 'theme', 'heading-level'].map((name) => [name, text(name)]);
  const attributes = [...Object.entries(mount.embed), ...page, ['src', src && new URL(src, document.baseURI).href]]
    .filter(([name, value]) => value !== undefined && name !== 'page' && name !== 'selected')
    .filter(([name]) => !own || FOR_ALL.has(String(name)))
    .map(([name, value]) => ` ${name}="${quote(String(value))}"`);
  return `<script type="module" src="${quote(LOADER || USUAL)}"></script>
<div><model-compare${attributes.join('')}></model-compare></div>
`;
}

/** What a page wants besides, into which they are pasted. @param {import('./types').Memory} memory */
export function wants(memory) {
  const data = ' The data set is not part of it: the page it is pasted into has to set `data`.';
  const loader = ' Write the address of your model-compare.js into it.';
  return (isOwn(memory) ? data : '') + (LOADER ? '' : loader);
}
