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
