/**
 * Words as they are compared: without accents, ligatures, capitals and plurals, so that « Chateaux » finds « château » and
 * "st andre" finds « Saint-André ».
 */

/** What removing the accents doesn't take apart. */
const LIGATURES = /** @type {Object<string, string>} */ ({ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" });
const ABBREVIATIONS = /** @type {Object<string, string>} */ ({ st: "saint", ste: "sainte", mt: "mont" });
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)+/gu;
const SHORTEST_STEM = 3;

/** Articles and the like: they may be typed or left out. */
const SMALL_WORDS = new Set(
  ("l d le la les un une de du des et au aux en the a an of and to in el los las y del het een van en der die das den und von zum zur").split(" "),
);

/** @param {string} text */
export function fold(text) {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter]);
}

/**
 * A folded word without the mark of the plural: « vignes » and « vigne », « châteaux » and « château » are one.
 * @param {string} word - folded
 */
export function stem(word) {
  let end = word.length;
  while (end > SHORTEST_STEM && (word[end - 1] === "s" || word[end - 1] === "x")) end--;
  return end === word.length ? word : word.slice(0, end);
}

/** @param {string} word - as written */
export function token(word) {
  const folded = fold(word);
  return stem(ABBREVIATIONS[folded] ?? folded);
}

/** @param {string} token */
export const isSmall = (token) => SMALL_WORDS.has(token);

/**
 * @param {string} text
 * @returns {{word: string, start: number}[]} words as written, and where
 */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, start: index }));
}

/**
 * What is written in one with hyphens or apostrophes, written together: somebody types "largentier".
 * @param {string} text
 * @returns {string[]} tokens
 */
export function compounds(text) {
  return Array.from(text.matchAll(COMPOUND), ([word]) => stem(fold(word).replace(/[^\p{L}\p{N}]/gu, "")));
}
