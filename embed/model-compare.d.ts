/**
 * The public types of model-compare. `import 'model-compare'` defines `<model-compare>`; nothing is exported at run
 * time, only the types are.
 */

/** What has gone wrong, as `model-compare:error` says it. */
export type ErrorCode = 'csp' | 'mime' | 'network' | 'integrity' | 'unsupported' | 'panic' | 'data' | 'src';

/** What a reader can change. A key that is left out in writing keeps its value. */
export interface State {
  /** The id of the table. */
  table: string;
  /** The column of the score; null where the table has none. */
  score: string | null;
  /** The column of the cost, or `workload`; null where the table has none. */
  cost: string | null;
  /** The ids of the columns, in order. */
  columns: string[];
  /** Such as `requests:100000; input:1500; output:400; cached:0.2`. */
  workload: string;
  /** The share of the score in the value, from 0 to 1. */
  weight: number;
  /** Column ids, `-` before one for descending, such as `-value name`. */
  sort: string;
  /** Clauses such as `open-weights:yes; price-input:..5`. */
  filter: string;
  /** How many rows are on one page of the table. */
  rows: number | 'all';
  /** The page of the table, from 1. */
  page: number;
  /** The ids of the rows that the comparison is about; all where it is empty. */
  only: string[];
  /** The ids of the rows that are marked. */
  highlight: string[];
  /** The ids of the rows that the reader has picked. */
  selected: string[];
  /** Which provider's list price counts. */
  prices: 'first-party' | 'cheapest' | 'median';
}

/** Which rows are shown. */
export interface Results {
  /** How many rows there are, after `only`. */
  total: number;
  /** How many of them pass the filters. */
  shown: number;
  /** Their ids in shown order, over all pages. */
  ids: string[];
}

/** The weights from `from` to `to`, at which one row has the highest value. */
export interface Band {
  id: string;
  from: number;
  to: number;
}

/** What follows from the figures of the rows after the filters. */
export interface Insights {
  /** Who wins at which weight, in order of weight. */
  bands: Band[];
  /** The rows that no other row dominates, from cheapest to best. */
  frontier: string[];
  /** The best row, the plainly tied ones and the borderline ones, best first. */
  tied: string[];
  /** Those of them of which the two tests disagree. */
  borderline: string[];
}

/** What a column holds. */
export type Kind = 'text' | 'category' | 'categories' | 'number' | 'date' | 'flag';

/** A column of a data set. */
export interface Column {
  id: string;
  label: string;
  kind: Kind;
  /** Any text, shown as it is unless it is known, such as `USD` or `percent`. */
  unit?: string;
  better?: 'higher' | 'lower';
  /** What a number stands for, so that the cost of a workload can be computed. */
  role?: 'input-price' | 'output-price' | 'cached-price' | 'parameters' | 'active-parameters' | 'context';
  description?: string;
  /** Whether it is among the columns that are shown at first. */
  shown?: boolean;
  /** The id of the source of every figure of it that names none. */
  source?: string;
  /** The id of the column of the same unit whose figures it holds as somebody else has them. */
  same_as?: string;
}

/** Where figures come from. */
export interface Source {
  id: string;
  /** Its id, where it has none. */
  title?: string;
  /** With `https:` or `http:`. */
  url?: string;
  date?: string;
  licence?: string;
  via?: string;
}

/** What a cell says by itself; a date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `categories` is a list. */
export type Value = string | number | boolean | string[] | null;

/** A value with what makes it true. */
export interface Figure {
  value: NonNullable<Value>;
  /** The 95 % interval; or `k` of `n` in its place. */
  low?: number;
  high?: number;
  k?: number;
  n?: number;
  /** The id of a source. */
  source?: string;
  as_of?: string;
  reported_by?: string;
  provider?: string;
  note?: string;
}

/** A row: its id, its name, and its cells by the ids of their columns. What is absent or null is missing. */
export interface Row {
  id: string;
  name: string;
  [column: string]: Value | Figure | undefined;
}

/** How much a reader uses a model. */
export interface Workload {
  /** Requests a month. */
  requests: number;
  /** Tokens of input and of output a request. */
  input: number;
  output: number;
  /** The share of the input that is cached, from 0 to 1. */
  cached: number;
}

/** A comparison as a plain object: what `data` takes and what `src` loads as JSON. */
export interface DataSet {
  id?: string;
  title?: string;
  description?: string;
  /** The id of the column of the score, and of that of the cost. */
  score?: string;
  cost?: string;
  /** The id of the source of every figure that names none. */
  source?: string;
  /** The id of the column whose date a row's figures bear. */
  dated_by?: string;
  workload?: Workload;
  columns: Column[];
  sources?: Source[];
  rows?: Row[];
}

/** What may be written to the property of an attribute; null removes the attribute. */
type Written = string | number | null | undefined;

/** `<model-compare>`. The property of an attribute says what the attribute says; null where it is not set. */
export interface ModelCompareElement extends HTMLElement {
  /** Id of a compiled-in table. */
  get table(): string | null;
  set table(value: Written);
  /** Space-separated parts, in reading order; `slider filters chart table` by default. */
  get show(): string | null;
  set show(value: Written);
  /** Space-separated column ids. */
  get columns(): string | null;
  set columns(value: Written);
  /** Column of the score. */
  get score(): string | null;
  set score(value: Written);
  /** Column of the cost, or `workload`. */
  get cost(): string | null;
  set cost(value: Written);
  /** From 0 (cheapest) to 1 (best score); 0.5 by default. */
  get weight(): string | null;
  set weight(value: Written);
  /** Column ids, `-` before one for descending; `-value` by default. */
  get sort(): string | null;
  set sort(value: Written);
  /** Clauses such as `open-weights:yes; price-input:..5`. */
  get filter(): string | null;
  set filter(value: Written);
  /** Such as `requests:100000; input:1500; output:400; cached:0.2`. */
  get workload(): string | null;
  set workload(value: Written);
  /** Row ids: the comparison is about these. */
  get only(): string | null;
  set only(value: Written);
  /** Row ids to mark. */
  get highlight(): string | null;
  set highlight(value: Written);
  /** Rows on one page of the table: a number or `all`; 25 by default. */
  get rows(): string | null;
  set rows(value: Written);
  /** `auto`, `light` or `dark`; `auto` follows the page. */
  get theme(): string | null;
  set theme(value: Written);
  /** `first-party`, `cheapest` or `median`. */
  get prices(): string | null;
  set prices(value: Written);
  /** From 2 to 6; 3 by default. */
  get headingLevel(): string | null;
  set headingLevel(value: Written);
  /** `lazy` or `eager`; `lazy` by default. */
  get loading(): string | null;
  set loading(value: Written);
  /** A short key under which the state is kept in the page's URL hash; `none` by default. */
  get linkState(): string | null;
  set linkState(value: Written);
  /** URL of a data set in place of the compiled-in ones. */
  get src(): string | null;
  set src(value: Written);

  /**
   * A data set in place of the compiled-in tables; undefined where none was set. Setting a bad one throws a
   * `TypeError` that names the place, and what was shown stays; before the code is there it is checked later, and a
   * bad one gives `model-compare:error`. Setting `table` returns to the compiled-in tables.
   */
  get data(): DataSet | undefined;
  set data(value: DataSet);
  /** What a reader can change; undefined before the code is there. Setting changes the keys that are given. */
  get state(): State | undefined;
  set state(value: Partial<State> | undefined);
  /** The rows after the filters; undefined before the code is there. */
  readonly results: Results | undefined;
  /** What follows from their figures; undefined before the code is there. */
  readonly insights: Insights | undefined;
  /** Resolves when the view shows the last change made; never rejects. */
  readonly updated: Promise<void>;
  /** All rows after the filters in shown order, as RFC 4180 has it; undefined before the code is there. */
  exportCsv(): string | undefined;
}

/** What `customElements.get('model-compare')` gives. */
export interface ModelCompareConstructor {
  new (): ModelCompareElement;
  readonly version: string;
  readonly observedAttributes: string[];
}

/** The events of the element; they bubble, and leave the shadow roots that it stands in. */
export interface ModelCompareEventMap {
  /** Once per element: its first view is shown. */
  'model-compare:ready': CustomEvent<State>;
  /** The view has changed, whoever changed it; at most once a frame. */
  'model-compare:change': CustomEvent<State>;
  /** The picked rows have changed: their ids. */
  'model-compare:select': CustomEvent<string[]>;
  /** It has failed; a fallback inside the element stays. */
  'model-compare:error': CustomEvent<{ code: ErrorCode; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'model-compare': ModelCompareElement;
  }
  /** Of elements, of the document and of the window: the events bubble. */
  interface GlobalEventHandlersEventMap extends ModelCompareEventMap {}
}
