import { tokensOf } from "./index.js";
import { isSmall } from "./normalise.js";
import { mistakes } from "./typo.js";

const PROPOSED = 3;
const FARTHEST = 3;

/**
 * What may have been meant by a search that finds nothing: each of its words that finds something by itself, then the names that are
 * least far from it.
 * @param {import('./index.js').SearchIndex} index
 * @param {string} query
 * @returns {string[]} words that find something
 */
export function suggestions(index, query) {
  const typed = tokensOf(query).filter((word) => !isSmall(word));
  const alone = typed.length > 1 ? typed.filter((word) => index.search(word).docs.length > 0) : [];
  /** @type {{word: string, n: number}[]} */
  const near = [];
  for (const word of typed) {
    if (alone.includes(word) || word.length < 3) continue;
    const atMost = Math.min(FARTHEST, Math.floor(word.length / 2));
    index.tokens.forEach((other, id) => {
      if (!index.postings[id].some((place) => (place & 7) <= 1)) return; // names and communes only
      const n = mistakes(word, other, atMost, { whole: true });
      if (n <= atMost) near.push({ word: index.written[id], n });
    });
  }
  near.sort((a, b) => a.n - b.n);
  const written = alone.map((word) => index.written[index.match(word, false, true).found[0].id]);
  return [...new Set([...written, ...near.map(({ word }) => word)])].slice(0, PROPOSED);
}
