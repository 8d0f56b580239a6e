// @ts-check
/**
 * Defines <model-compare>, and makes one of each <div data-model-compare>.
 *
 * The widget itself is WebAssembly beside this file; every element of the page shares one instance of it.
 */

import { ModelCompare } from './element.js';
import { ATTRIBUTES } from './names.js';

const TAG = 'model-compare';

/** Puts an element in a `<div data-model-compare>`, with its attributes and what it holds. @param {Element} div */
function upgrade(div) {
  if (div.firstElementChild?.localName === TAG) return;
  const element = document.createElement(TAG);
  /** What was taken over last. @type {Record<string, string | null>} */
  const taken = {};
  const take = () => {
    for (const name of ATTRIBUTES) {
      const text = div.getAttribute(`data-${name}`);
      if (text === taken[name]) continue;
      taken[name] = text;
      if (text === null) element.removeAttribute(name);
      else element.setAttribute(name, text);
    }
    // A page that is still being read goes on to fill the div.
    element.append(...[...div.childNodes].filter((node) => node !== element));
  };
  take();
  div.append(element);
  new MutationObserver(take).observe(div, { childList: true, attributes: true });
}

/** @param {ParentNode} root */
const upgradeIn = (root) => root.querySelectorAll(`div[data-${TAG}]`).forEach(upgrade);

const defined = /** @type {typeof ModelCompare | undefined} */ (customElements.get(TAG));
if (defined) {
  console.info(`<${TAG}> is defined already, version ${defined.version}: version ${ModelCompare.version} of ${import.meta.url} is not used`);
} else {
  customElements.define(TAG, ModelCompare);
  upgradeIn(document);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (node.matches(`div[data-${TAG}]`)) upgrade(node);
      upgradeIn(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
