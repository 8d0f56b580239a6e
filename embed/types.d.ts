import type { ErrorCode, Insights, Results, State } from './model-compare';

/** What has gone wrong, as `model-compare:error` says it. */
export type Code = ErrorCode;

/** A file of a release: its address, seen from the loader's. */
interface File {
  name: string;
  integrity?: string;
}

declare global {
  interface ImportMeta {
    /** Whether this is a release, so that nothing of the other case is in it. */
    released?: true;
    /** What a release puts in place of this: its version and its files. */
    release: { version: string; code: File; wasm: File; help: string };
  }
}

/** What the widget's code hears from its element. */
export interface Host {
  shown(): void;
  share(how: string): void;
  reveal(selector: string): void;
}

/** A widget, as the code exports it. */
export interface Mount {
  readonly root: HTMLElement;
  attribute(name: string, text?: string, quietly?: boolean): void;
  draw(): void;
  moved(): void;
  reset(): void;
  free(): void;
  say(text: string, copy?: string): void;
  get state(): State;
  set state(state: object);
  set data(data: object | undefined);
  link: string;
  readonly embed: Record<string, string>;
  readonly results: Results;
  readonly insights: Insights;
  readonly csv: string;
  readonly markdown: string;
  readonly picture: string;
  readonly updated: Promise<void>;
}

/** What of an element outlives its widget. */
export interface Memory {
  /** The data set that is shown in place of the compiled-in tables. */
  data?: object;
  /** The data set that `src` has loaded and that is shown; null where another is, undefined until it is there. */
  loaded?: object | null;
  /** What the address said when the element was taken away. */
  link?: string;
  /** What the reader had chosen when the element was taken away. */
  state?: Partial<State>;
  /** What was written before there was a widget, in order: states, and attributes by name. */
  early: { name?: string; state?: Partial<State> }[];
  /** Whether the page has been told that it is ready. */
  ready?: boolean;
  /** What the page knows already, and which rows it knows to be picked. */
  told?: string;
  picked?: string;
}

/** What an element lends to its widget. */
export interface Stage {
  element: HTMLElement;
  memory: Memory;
  shadow: ShadowRoot;
  slot: HTMLSlotElement;
  text(name: string): string | undefined;
  say(text: string): void;
  fail(failure: { code: Code; message: string }): void;
  shown(): void;
}

/** The widget of an element. */
export interface Live {
  readonly mount?: Mount;
  readonly css: string;
  readonly updated: Promise<void>;
  begin(): void;
  attribute(name: string, quietly: boolean): void;
  moved(): void;
  leave(): void;
  source(): void;
  take(data: object | undefined): void;
}

export type LiveClass = new (stage: Stage) => Live;
