import { fold, token, wordsOf } from "./normalise.js";

/**
 * A text cut where what was typed begins and ends.
 * @param {string} text
 * @param {import('./index.js').Match[]} matches
 * @returns {{text: string, hit: boolean}[]}
 */
export function highlight(text, matches) {
  /** @type {{text: string, hit: boolean}[]} */
  const parts = [];
  let at = 0;
  const cut = (/** @type {number} */ to, /** @type {boolean} */ hit) => {
    if (to > at) parts.push({ text: text.slice(at, to), hit });
    at = to;
  };
  for (const { word, start } of wordsOf(text)) {
    const length = hitLength(word, matches);
    if (length === 0) continue;
    cut(start, false);
    cut(start + length, true);
  }
  cut(text.length, false);
  return parts;
}

/**
 * @param {string} word - as written
 * @param {import('./index.js').Match[]} matches
 * @returns {number} letters to mark, from the first
 */
function hitLength(word, matches) {
  const own = token(word);
  let longest = 0;
  for (const { typed, typos } of matches) {
    if (own === typed || typos.has(own)) return word.length;
    if (own.startsWith(typed)) longest = Math.max(longest, writtenLength(word, typed.length));
  }
  return longest;
}

/** How many letters as written make so many folded ones: « œ » makes two. */
function writtenLength(/** @type {string} */ word, /** @type {number} */ folded) {
  let made = 0;
  let i = 0;
  while (i < word.length && made < folded) made += fold(word[i++]).length;
  return i;
}
