// How what is on a page reads: every script may use it.

/** The text of an element as assistive technology reads it. */
const spoken = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const passedOver = node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === 'true' || node.matches('input, select');
  const display = passedOver ? 'none' : getComputedStyle(node).display;
  if (display === 'none') return '';
  const text = [...node.childNodes].map(spoken).join('');
  return display === 'inline' ? text : ` ${text} `;
};

/** A text as it reads: blanks of any kind and number are one blank. */
const plain = (text) => text.replace(/\s+/g, ' ').trim();
const words = (node) => plain(spoken(node));

/** What a control is called. */
const called = (control) => plain(control.ariaLabel ?? spoken(control.labels?.[0] ?? control));

/** What has the focus, through shadow roots; nothing where only the page itself has it. */
const focused = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? null : at;
};

/** Waits, frame by frame, until something holds; where it does not, fails as `fault` says. */
const eventually = async (holds, fault) => {
  for (const end = performance.now() + patience; !holds();) {
    if (performance.now() > end) throw new Error(fault());
    await new Promise(requestAnimationFrame);
  }
};

/**
 * The lengths that are measured, once they have stayed within a pixel for three frames: what is above may still become
 * as high as it stays. What has moved is measured by `again`.
 */
const still = async (measure, again = measure) => {
  let place, frames, lack;
  await eventually(() => {
    try {
      const now = measure();
      const stays = place?.length === now.length && now.every((length, at) => Math.abs(length - place[at]) < 1);
      [place, frames, lack] = stays ? [place, frames + 1, ''] : [again(), 0, ''];
    } catch (error) {
      // What is drawn anew is not there for a moment.
      [place, frames, lack] = [undefined, 0, error];
    }
    return frames === 3;
  }, () => `it does not keep still, and is at ${place} now ${lack}`);
  return place;
};

/** The widgets that have a view. */
const live = () => [...document.querySelectorAll('model-compare')].filter((element) => element.results);

/** Waits until the page is in its own fonts: they are asked for when what wants them is laid out. */
const inFonts = async () => {
  document.documentElement.getBoundingClientRect();
  await document.fonts.ready;
};
