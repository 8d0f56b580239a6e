// @ts-check
/** Within a frame: takes the attributes from the address of this page, and tells the page that holds it how high it is. */

const TAG = 'model-compare';
const query = new URLSearchParams(location.search);

/** Where the page stands that holds this one; nothing where nothing says so. */
function hostOrigin() {
  const stated = query.get('origin') ?? location.ancestorOrigins?.[0] ?? document.referrer;
  try {
    const { origin } = new URL(stated);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

/** The canvas of a frame is the browser's, light or dark, and the widget has no ground of its own. */
const theme = query.get('theme') ?? '';
if (['light', 'dark'].includes(theme)) document.documentElement.style.colorScheme = theme;

customElements.whenDefined(TAG).then((defined) => {
  const { observedAttributes } = /** @type {import('./model-compare').ModelCompareConstructor} */ (defined);
  const element = document.querySelector(TAG);
  // Only these: an attribute of another name could run a script.
  for (const name of observedAttributes) {
    const text = query.get(name);
    if (text !== null) element?.setAttribute(name, text);
  }
});

const host = hostOrigin();
if (host !== undefined && parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: `${TAG}:height`, version: 1, height }, host);
  }).observe(document.body);
}
