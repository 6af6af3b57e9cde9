import { Translator } from "../lib/i18n.js";
import { plain } from "./line.js";

const MOST = 8;
const DAYS = 28;
const DAY_MS = 86_400_000;

/** @typedef {{word: string, name: string, code?: string}} Tile - what it adds to the line, and what it says */
/** @typedef {{origins: Tile[], profiles: string[], topics: string[]}} Used - codes, the most used first */

/** @type {Used} */
export const NOTHING_USED = { origins: [], profiles: [], topics: [] };

/** How many came. */
export const PARTIES = ["1", "2", "3", "4", "5", "6", "1+1", "2+1", "2+2", "2+3", "?"];

/**
 * Words of the grammar itself, by the field that each fills.
 * @type {[string, string][]}
 */
export const MORE = [["nuit", "stay"], ["journee", "stay"], ["resident", "stay"], ["1ere", "first_visit"], ["deja", "first_visit"], ["tel", "channel"], ["mail", "channel"]];

/**
 * The office's terms, those used most first.
 * @param {{code: string, fr: string, en: string, words: string[]}[]} terms
 * @param {string} lang
 * @param {string[]} used
 * @returns {Tile[]}
 */
export function tilesOf(terms, lang, used) {
  const rank = new Map(used.map((code, index) => [code, index]));
  const tiles = terms.map((term) => ({ code: term.code, name: lang === "fr" ? term.fr : term.en, word: typed(term, lang) }));
  return tiles.sort((one, other) => (rank.get(one.code) ?? Infinity) - (rank.get(other.code) ?? Infinity) || 0);
}

/**
 * The word a counsellor would type.
 * @param {{code: string, fr: string, en: string, words: string[]}} term
 * @param {string} lang
 */
function typed({ code, fr, en, words }, lang) {
  const single = [lang === "fr" ? fr : en, ...words].find((word) => /^[\p{L}-]+$/u.test(word));
  return single ? plain(single) : code;
}

/**
 * What was said most of late. Origins are as the server reads them; before anybody came, the office's own département and the countries of
 * its languages.
 * @param {import('./server.js').DeskServer} server
 * @param {any} setting
 * @param {string} today
 * @returns {Promise<Used>}
 */
export async function usual(server, setting, today) {
  const from = new Date(Date.parse(today) - DAYS * DAY_MS).toISOString().slice(0, 10);
  const { origins, profiles, topics } = await server.statistics(from, today);
  const known = origins.map((/** @type {{key: string}} */ { key }) => (key.startsWith("FR-") ? key.slice(3) : key));
  const words = [...new Set([...known, ...nearby(setting)])].filter((word) => word !== "unknown" && word !== "FR").slice(0, MOST);
  const read = await Promise.all(words.map((word) => server.read(word)));
  const tiles = read.flatMap(({ tokens: [token] }, index) => (token?.field === "origin" && token.meaning ? [{ word: words[index], name: token.meaning }] : []));
  const keys = (/** @type {{key: string}[]} */ counts) => counts.map(({ key }) => key);
  return { origins: tiles, profiles: keys(profiles), topics: keys(topics) };
}

/** @param {{vocabulary: {communes: {postcode: string}[]}, languages: string[]}} setting */
function nearby({ vocabulary, languages }) {
  const own = vocabulary.communes.map(({ postcode }) => postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2));
  return [...own, ...languages.map((lang) => new Intl.Locale(new Translator(lang, {}).locale).maximize().region ?? "unknown")];
}
