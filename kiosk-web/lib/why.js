import { about } from "./travel.js";

/**
 * What to know before going, or what isn't known, in words.
 * @param {import('./i18n.js').Translator} words
 * @param {import('./filters.js').Why} why
 */
export function describeWhy(words, { key, values = {} }) {
  return words.t(key, values.minutes === undefined ? {} : { duration: words.duration(about(values.minutes)) });
}
