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
const header = (label) => pick(all(':is([part=table], .mc-sources) thead button'), label);
const button = (label) => pick(all('button').filter((button) => !button.closest('[part=table]')), label);
const dropdown = (label) => pick(all('button[aria-expanded]'), label);
/** The buttons of filters that open a panel; not the one into which they fold on a phone. */
const dropdowns = () => all('.mc-filters button[aria-expanded]:not(.mc-fold)');
const control = (label) => pick(all('input, select'), label);

/** The texts of the cells under a header, from top to bottom. */
const column = (label) => {
  const place = all('[part=table] thead th').indexOf(header(label).closest('th'));
  return all('[part=table] tbody tr').map((row) => words(row.children[place]));
};

/** The names of the rows on this page of the table: the first line of each row's header. */
const names = () => all('[part=table] tbody th[scope=row]').map((cell) => cell.innerText.split('\n')[0].trim());

/** Where the middle of a control is in the view, and how wide the control is. */
const liesAt = (control) => {
  const { left, top, width, height } = control.getBoundingClientRect();
  return [left + width / 2, top + height / 2, width];
};

/** The same, once it is scrolled there. */
const middle = (control) => {
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  return liesAt(control);
};

/** The same, once it lies still there. */
const settled = (find) => still(() => liesAt(find()), () => middle(find()));

/** The middle of a control that nothing covers there, once it lies still. */
const uncovered = async (find) => {
  const [x, y] = await settled(find);
  const [control, hit] = [find(), root.elementFromPoint(x, y)];
  if (!control.contains(hit)) throw new Error(`"${called(control)}" is covered by ${hit?.outerHTML.slice(0, 200)}`);
  return [x, y];
};

/** The figure of a cell, by `row name > header`, or the name of a row. */
const figure = (path) => {
  const [name, label] = path.split(' > ');
  const row = all('.mc-table tbody tr').find((row) => words(row.querySelector('.mc-title')) === name);
  if (!row) throw new Error(`no row is called "${name}"`);
  if (!label) return row.querySelector('.mc-title');
  const place = all('thead th').indexOf(header(label).closest('th'));
  return row.children[place].querySelector('.mc-figure');
};
/** The card of a figure, where it is open. */
const card = () => root.querySelector('dialog[open]');
/** A line of the card that opens. */
const line = (label) => pick([...card().querySelectorAll('summary')], label);
