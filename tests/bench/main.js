// The widget as a page of a benchmark of table libraries: `boot` puts these functions on `window.bench`, which times
// them and reads what they show. The element is driven as any page drives it, by `data`, `state` and `updated`.
import '../_common/base.css';
import { boot } from '../_common/boot.js';

/** Which parts stand on the page; `peer.json` may define others. */
const SHOW = typeof PARTS === 'string' ? PARTS : 'slider filters table';

/** Names of columns: ours are in lower case. */
const COLUMNS = { priceIn: 'price-in', priceOut: 'price-out', rank: 'value' };
const column = (name) => COLUMNS[name] ?? name;

/** What the rank compares a score with: the mean price of a request, above 0. */
const cost = ({ priceIn, priceOut }) => (priceIn == null || priceOut == null ? null : Math.max((3 * priceIn + priceOut) / 4, 0.01));

/** The place of each model by name, by code unit; ours is the natural order, in which 70B comes before 405B. */
const placesByName = (models) => {
  const places = new Array(models.length);
  const order = models.map((_, at) => at).sort((a, b) => (models[a].name < models[b].name ? -1 : 1));
  order.forEach((at, place) => { places[at] = place; });
  return places;
};

const dataSet = (models) => {
  const number = (id, label, more) => ({ id, label, kind: 'number', ...more });
  const places = placesByName(models);
  return {
    title: 'Models', score: 'score', cost: 'cost',
    columns: [
      { id: 'name', label: 'Model', kind: 'text' },
      { id: 'vendor', label: 'Vendor', kind: 'category' },
      { id: 'licence', label: 'Licence', kind: 'category' },
      number('params', 'Params'),
      number('context', 'Context'),
      number('price-in', 'Input', { unit: 'USD', better: 'lower' }),
      number('price-out', 'Output', { unit: 'USD', better: 'lower' }),
      number('score', 'Score', { better: 'higher' }),
      { id: 'released', label: 'Released', kind: 'date' },
      number('cost', 'Mean price', { unit: 'USD', better: 'lower', shown: false }),
      number('place', 'Place as given', { shown: false }),
      number('place-by-name', 'Place by name', { shown: false }),
    ],
    rows: models.map((model, place) => ({
      id: `m${model.id}`, name: model.name, vendor: model.vendor, licence: model.licence, params: model.params,
      context: model.context, 'price-in': model.priceIn, 'price-out': model.priceOut, score: model.score,
      released: model.released, cost: cost(model), place, 'place-by-name': places[place],
    })),
  };
};

let element;
let text = '';
let range = '';

const show = async (state) => {
  element.state = state;
  await element.updated;
};
const filter = () => show({ filter: [text, range].filter(Boolean).join('; ') });

boot({
  ownControls: true,
  ready: (async () => {
    const loader = new URL('model-compare.js', location.href).href;
    await import(loader);
    await customElements.whenDefined('model-compare');
  })(),
  async mount(models) {
    element = document.createElement('model-compare');
    Object.assign(element, { loading: 'eager', show: SHOW, data: dataSet(models), state: { sort: 'place' } });
    document.getElementById('app').replaceChildren(element);
    await element.updated;
  },
  sortBy: (name, direction) => {
    const key = name === 'name' ? 'place-by-name' : column(name);
    return show({ sort: `${direction === 'desc' ? '-' : ''}${key} place-by-name` });
  },
  filterText: (words) => {
    text = words && `text:${encodeURIComponent(words)}`;
    return filter();
  },
  filterRange: (name, low, high) => {
    range = low == null ? '' : `${column(name)}:${low}..${high}`;
    return filter();
  },
  setWeight: (weight) => show({ weight, sort: '-value' }),
  visibleRowTexts: (count) => [...element.shadowRoot.querySelectorAll('tbody .mc-title')].slice(0, count).map((name) => name.textContent),
  rowCount: () => Number(element.shadowRoot.querySelector('.mc-shown').textContent.replace(/ of .*|\D/g, '')),
  async unmount() { element.remove(); },
});
