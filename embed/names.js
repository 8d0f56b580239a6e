// @ts-check

/** Every attribute, in the order in which the widget takes them; each has a property of its name in camelCase. */
export const ATTRIBUTES = [
  'table', 'only', 'score', 'cost', 'columns', 'workload', 'weight', 'sort', 'filter', 'rows', 'highlight', 'prices',
  'show', 'theme', 'heading-level', 'link-state', 'loading', 'src',
];

/** What went wrong: a code of the contract, with what a developer wants to know. */
export class Failure extends Error {
  /** @param {import('./types').Code} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
