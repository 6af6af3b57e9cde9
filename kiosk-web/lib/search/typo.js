/**
 * How far a typed word is from the beginning of another, in mistakes: a letter missing, too many, wrong, or two in the wrong order
 * (optimal string alignment). It is the beginning that counts, because the visitor hasn't finished typing.
 */

/** A short word with a mistake in it is another word. */
export const allowedTypos = (/** @type {string} */ typed) => (typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0);

/** Which letters a word holds, one bit each: whatever lacks too many of them isn't worth comparing. */
export function letters(/** @type {string} */ word) {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** @param {number} mask */
export function bits(mask) {
  let n = 0;
  for (let left = mask; left !== 0; left &= left - 1) n++;
  return n;
}

const LONGEST = 40;
const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)];

/**
 * @param {string} typed
 * @param {string} word
 * @param {number} atMost
 * @param {{whole?: boolean}} [how] - whole: to the end of the word
 * @returns {number} mistakes; more than `atMost` when it is further than that
 */
export function mistakes(typed, word, atMost, { whole = false } = {}) {
  const m = Math.min(typed.length, LONGEST);
  const n = whole ? Math.min(word.length, LONGEST) : Math.min(word.length, m + atMost);
  if (n < m - atMost || (whole && n > m + atMost)) return atMost + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= n; j++) last[j] = j;
  for (let i = 1; i <= m; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= n; j++) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > atMost + 1) return atMost + 1; // a swap may still win one back
    [before, last, row] = [last, row, before];
  }
  if (whole) return last[n];
  let least = last[0];
  for (let j = 1; j <= n; j++) if (last[j] < least) least = last[j];
  return least;
}
