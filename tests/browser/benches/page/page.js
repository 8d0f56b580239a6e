// What the benchmark puts on its page as `bench`: made-up rows, the plainest page that shows the same, and a clock.

/** Mulberry32, of Tommy Ettinger: the same numbers from 0 to 1 in every run. */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const FAMILIES = ['Nova', 'Atlas', 'Lyra', 'Comet', 'Falcon', 'Quartz', 'Ember', 'Delta'];

/** So many rows, of which one in ten has no score and one in ten no cost; ids and names are in order as they stand. */
const madeUp = (count) => {
  const next = random(1);
  const known = (number) => (next() < 0.1 ? null : number);
  const digits = String(count).length;
  return Array.from({ length: count }, (_, place) => ({
    id: `m${place}`,
    name: `Model ${String(place).padStart(digits, '0')} ${FAMILIES[Math.floor(next() * FAMILIES.length)]}`,
    vendor: `Vendor ${Math.floor(next() * 12) + 10}`,
    score: known(Math.round(next() * 1e5) / 1e3),
    cost: known(Math.round(Math.exp(next() * 8 - 4) * 1e4) / 1e4),
    context: 2 ** (12 + Math.floor(next() * 9)),
    released: `2025-${String(Math.floor(next() * 12) + 1).padStart(2, '0')}-01`,
    open: next() < 0.5,
  }));
};

const COLUMNS = [
  { id: 'name', label: 'Model', kind: 'text' },
  { id: 'vendor', label: 'Vendor', kind: 'category' },
  { id: 'score', label: 'Score', kind: 'number', better: 'higher' },
  { id: 'cost', label: 'Cost', kind: 'number', unit: 'USD', better: 'lower' },
  { id: 'context', label: 'Context', kind: 'number' },
  { id: 'released', label: 'Released', kind: 'date' },
  { id: 'open', label: 'Open', kind: 'flag' },
];

/** The first task after the next frame. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(undefined);
}));

/**
 * How long an operation takes, in ms: until the page is changed and laid out, and until the frame is done that shows it.
 * It begins just after a frame.
 */
const timed = async (operation) => {
  await frame();
  const start = performance.now();
  await operation();
  void document.body.offsetHeight;
  const worked = performance.now();
  await frame();
  return [worked - start, performance.now() - start];
};

/** Gives a control another value, as a hand does that moves or types. */
const put = (input, value) => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

/** A widget by its place on the page. */
const widgetOf = (element) => {
  const within = (selector) => element.shadowRoot.querySelector(selector);
  const after = (change) => async () => {
    change();
    await element.updated;
  };
  return {
    element,
    async load(rows) {
      element.data = { title: 'Made-up models', score: 'score', cost: 'cost', columns: COLUMNS, rows };
      await element.updated;
    },
    weigh: (percent) => after(() => put(within('#weight'), percent)),
    search: (text) => after(() => put(within('input[type=search]'), text)),
    // As a press on the header and a slider in an open panel do it.
    sort: (by) => after(() => { element.state = { sort: by }; }),
    range: (lowest) => after(() => { element.state = { filter: `score:${lowest}..` }; }),
    byValue: after(() => { element.state = { sort: '-value', filter: '' }; }),
    names: () => [...element.shadowRoot.querySelectorAll('tbody .mc-title')].map((name) => name.textContent),
  };
};

const PAGE = 25;

/**
 * The plainest page that does the same: typed columns, one pass over all rows that keeps the first 25, and 25 rows of
 * cells that are written anew.
 */
const plainOf = (element) => {
  let rows, folded, scores, costs, quality, cheapness, values;
  let word = '', lowest = -Infinity, share = 0.5, byCost = 0;
  const input = (change) => {
    const control = element.appendChild(document.createElement('input'));
    control.addEventListener('input', () => {
      change(control.value);
      show();
    });
    return control;
  };
  const slider = input((percent) => { share = percent / 100; });
  const search = input((text) => { word = text.toLowerCase(); });
  const floor = input((number) => { lowest = Number(number); });
  const table = element.appendChild(document.createElement('table'));
  const lines = Array.from({ length: PAGE }, () => {
    const line = table.insertRow();
    return Array.from({ length: COLUMNS.length + 1 }, () => line.insertCell().appendChild(new Text()));
  });
  const cells = (at) => [...COLUMNS.map(({ id }) => rows[at][id] ?? '—'), Number.isNaN(values[at]) ? '—' : (values[at] * 100).toFixed(1)];

  /** The first rows by a key, the greatest first; those without one come last. */
  const first = (key) => {
    const best = [];
    const keys = [];
    for (let at = 0; at < rows.length; at += 1) {
      if (lowest > -Infinity && !(scores[at] >= lowest) || word !== '' && !folded[at].includes(word)) continue;
      const own = Number.isNaN(key[at]) ? -Infinity : key[at];
      if (best.length === PAGE && !(own > keys[PAGE - 1])) continue;
      let place = best.length;
      while (place > 0 && own > keys[place - 1]) place -= 1;
      best.splice(place, 0, at);
      keys.splice(place, 0, own);
      best.length = keys.length = Math.min(best.length, PAGE);
    }
    return best;
  };
  const show = () => {
    for (let at = 0; at < rows.length; at += 1) values[at] = share * quality[at] + (1 - share) * cheapness[at];
    const shown = first(byCost === 0 ? values : costs.map((cost) => -byCost * cost));
    lines.forEach((line, place) => {
      const texts = shown[place] === undefined ? [] : cells(shown[place]);
      line.forEach((cell, column) => { cell.data = texts[column] ?? ''; });
    });
  };
  const column = (id) => Float64Array.from(rows, (row) => row[id] ?? NaN);
  /** The numbers from 0 for the least to 1 for the greatest. */
  const scaled = (numbers) => {
    const known = numbers.filter((number) => !Number.isNaN(number));
    const [least, most] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
    return numbers.map((number) => (number - least) / (most - least));
  };
  return {
    element,
    async load(made) {
      rows = made;
      folded = rows.map(({ name, vendor }) => `${name} ${vendor}`.toLowerCase());
      [scores, costs, values] = [column('score'), column('cost'), new Float64Array(rows.length)];
      quality = scaled(scores);
      cheapness = scaled(costs.map(Math.log)).map((dear) => 1 - dear);
      show();
    },
    weigh: (percent) => () => put(slider, percent),
    search: (text) => () => put(search, text),
    sort: (by) => () => { byCost = by === 'cost' ? 1 : -1; show(); },
    range: (number) => () => put(floor, number),
    byValue: () => { [byCost, word, lowest] = [0, '', -Infinity]; show(); },
    names: () => lines.map(([name]) => name.data).filter(Boolean),
  };
};

window.bench = {
  /** Who is measured, each in a box of its own of which one is on the page at a time. */
  async stand(count) {
    const rows = madeUp(count);
    this.all = [...document.querySelectorAll('.box')].map((box) => {
      const element = box.firstElementChild;
      return { box, ...(element.localName === 'model-compare' ? widgetOf(element) : plainOf(element)) };
    });
    for (const one of this.all) await one.load(rows);
  },
  /** One round of an operation by one of those, alone in the page: the times of each step. */
  async round(place, name) {
    for (const { box } of this.all) box.hidden = true;
    const one = this.all[place];
    one.box.hidden = false;
    await one.byValue();
    await frame();
    const steps = {
      weigh: [30, 37, 44, 51, 58].map(one.weigh),
      sort: ['-cost', 'cost', '-cost', 'cost'].map(one.sort),
      search: ['n', 'no', 'nov', 'nova'].map(one.search),
      range: [20, 22, 24, 26, 28].map(one.range),
    }[name];
    const times = [];
    const names = [];
    for (const step of steps) {
      times.push(await timed(step));
      names.push(one.names().slice(0, 25).join());
    }
    await one.search('')();
    // The first step of a round finds caches cold that belong to the others.
    return { times: times.slice(1), names };
  },
};
