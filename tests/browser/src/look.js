// What every script about a widget may use: `host`, its `root`, and finders that go by what a person reads.
const host = document.querySelectorAll('model-compare')[given.shift()];
const root = host?.shadowRoot;
const all = (selector) => [...root.querySelectorAll(selector)];

/** The one of the controls that is called so, or whose name begins so. */
const pick = (controls, label) => {
  const found = controls.find((control) => called(control) === label)
    ?? controls.find((control) => called(control).startsWith(`${label} `));
  if (!found) throw new Error(`nothing is called "${label}" among "${controls.map(called).join('", "')}"`);
  return found;
};
const header = (label) => pick(all('thead button'), label);
const button = (label) => pick(all('button').filter((button) => !button.closest('table')), label);
const dropdown = (label) => pick(all('button[aria-expanded]'), label);
/** The buttons that open a panel; not the one into which they fold on a phone. */
const dropdowns = () => all('button[aria-expanded]:not(.mc-fold)');
const control = (label) => pick(all('input, select'), label);

/** The texts of the cells under a header, from top to bottom. */
const column = (label) => {
  const place = all('thead th').indexOf(header(label).closest('th'));
  return all('tbody tr').map((row) => words(row.children[place]));
};

/** The names of the rows on this page of the table: the first line of each row's header. */
const names = () => all('tbody th[scope=row]').map((cell) => cell.innerText.split('\n')[0].trim());
