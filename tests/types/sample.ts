// What an author writes in TypeScript, checked against the public types.

import type { DataSet, Insights, ModelCompareConstructor, ModelCompareElement, State } from '../../embed/model-compare';
import type { ModelCompare } from '../../embed/element';

const data: DataSet = {
  title: 'My comparison',
  score: 'score',
  cost: 'price',
  columns: [
    { id: 'name', label: 'Model', kind: 'text' },
    { id: 'price', label: 'Price', kind: 'number', unit: 'USD', better: 'lower', role: 'input-price' },
    { id: 'score', label: 'Score', kind: 'number', unit: 'percent', better: 'higher' },
    { id: 'open', label: 'Open weights', kind: 'flag' },
  ],
  sources: [{ id: 'card', title: 'Model card', url: 'https://example.org/card', date: '2026-06-01' }],
  rows: [
    { id: 'a', name: 'A', price: 1.25, open: true, score: { value: 70.2, low: 64, high: 75.8, source: 'card' } },
    { id: 'b', name: 'B', price: null },
  ],
};

const element = document.createElement('model-compare');
element.table = 'models';
element.weight = 0.6;
element.headingLevel = null;
element.data = data;
element.state = { sort: '-value name', rows: 'all' };
element.addEventListener('model-compare:change', ({ detail }) => { element.title = `${detail.weight}`; });
document.addEventListener('model-compare:error', ({ detail }) => { document.title = detail.code; });
document.addEventListener('model-compare:select', ({ detail }) => { document.title = detail.join(); });

export async function bestNow(): Promise<string | undefined> {
  await element.updated;
  const insights: Insights | undefined = element.insights;
  const state: State | undefined = element.state;
  return state && insights?.bands.at(-1)?.id;
}

export const version = (customElements.get('model-compare') as ModelCompareConstructor | undefined)?.version;

/** What the element does without its attributes is what the types say of it. */
type Own = 'data' | 'state' | 'results' | 'insights' | 'updated' | 'exportCsv';
export const promised = (own: ModelCompare): { [Name in Own]: unknown } => own;
export const read = (own: ModelCompare): State | undefined => own.state as State | undefined;
export const known = (own: ModelCompareElement): Pick<ModelCompare, 'updated'> => own;

// @ts-expect-error A table is named by its id.
element.table = { id: 'models' };
// @ts-expect-error There is no such kind.
data.columns.push({ id: 'x', label: 'X', kind: 'colour' });
// @ts-expect-error What is shown is the element's to say.
element.results = undefined;
// @ts-expect-error What takes a data set away is the name of a table.
element.data = undefined;
// @ts-expect-error A figure is one of something.
data.rows?.push({ id: 'a', name: 'A', cost: { as_of: '2026' } });

/** What may be left out. */
export const least: DataSet = { columns: [{ id: 'name', label: 'Name', kind: 'text' }], sources: [{ id: 's' }] };
