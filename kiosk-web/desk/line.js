/** What tiles, suggestions and completions do with the line as a text; what it means only the server knows. */

/** @typedef {import('./server.js').Meaning} Token */

/**
 * @param {string} line
 * @param {string} word
 */
export const withWord = (line, word) => `${line.trimEnd()} ${word} `.trimStart();

/**
 * @param {string} line
 * @param {Token} token
 */
export const withoutToken = (line, { from, to }) => `${line.slice(0, from).trimEnd()} ${line.slice(to).trimStart()}`.trimStart();

/**
 * @param {string} line
 * @param {Token} token
 * @param {string} word
 */
export const withInstead = (line, { from, to }, word) => `${`${line.slice(0, from)}${word}${line.slice(to)}`.trimEnd()} `;

/** @param {string} line */
export const begun = (line) => /** @type {RegExpExecArray} */ (/\S*$/.exec(line))[0];

/**
 * @param {string} line
 * @param {string} word
 */
export const completed = (line, word) => `${line.slice(0, line.length - begun(line).length)}${word} `;

/**
 * What is wrong with a line, but for a last word that may still become one: nobody is told off in the middle of a word.
 * @param {import('./server.js').Reading} reading
 * @param {string} line
 * @param {?string} insisted - the line that was entered all the same
 */
export function faults({ tokens, problems, completions }, line, insisted) {
  const last = tokens.length - 1;
  const unfinished = completions.length > 0 && tokens[last]?.to === line.length && insisted !== line;
  return unfinished ? problems.filter(({ token }) => token !== last) : problems;
}

/** As the grammar compares words. @param {string} text */
export const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/**
 * The line's words while the server is away: nobody knows what they mean.
 * @param {string} line
 * @returns {Token[]}
 */
export const split = (line) => [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length, field: null, meaning: null }));
