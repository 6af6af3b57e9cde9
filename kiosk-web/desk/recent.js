/**
 * @typedef {object} Item - something this desk recorded
 * @property {string} id
 * @property {string} at
 * @property {?any} fact - null: a line that couldn't be read yet
 * @property {string} words
 * @property {?string} line
 * @property {boolean} [waits]
 * @property {boolean} [aside] - it never reached the server
 * @property {?string} [revises]
 */

/**
 * What counts, the newest first: what waits for the server over what the server has.
 * @param {import('./outbox.js').Waiting[]} waiting
 * @param {{fact: any, words: ?string, line: ?string}[]} last
 * @returns {Item[]}
 */
export function onCounter(waiting, last) {
  const ofWaiting = waiting.map((entry) => ({ ...entry, words: entry.words ?? entry.line ?? "", waits: true })).reverse();
  const ofServer = last.map(({ fact, words, line }) => ({ id: fact.id, at: fact.at, fact, words: words ?? "", line }));
  const all = [...ofWaiting, ...ofServer];
  const revised = new Set(all.flatMap(({ fact, revises }) => fact?.revises ?? revises ?? []));
  const seen = new Set();
  return all.filter(({ id, fact }) => !fact?.voided && !revised.has(id) && !seen.has(id) && seen.add(id));
}
