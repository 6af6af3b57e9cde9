import { kindOf, mondayOf, plus } from "./periods.js";

/** @typedef {import('../lib/i18n.js').Translator} Translator */
/** @typedef {import('./server.js').Catalogue} Catalogue */

/**
 * A period in words: « juillet 2026 », « du 1er au 14 juillet ».
 * @param {string} period
 * @param {Catalogue} catalogue
 * @param {Translator} words
 */
export function periodName(period, catalogue, words) {
  switch (kindOf(period)) {
    case "day":
      return words.date(period, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
    case "week": {
      const monday = mondayOf(period);
      return words.t("period.week", { n: String(Number(period.slice(6))), days: range(monday, plus(monday, 6), words) });
    }
    case "season":
      return `${catalogue.seasons.find(({ code }) => code === period.slice(5))?.name ?? period.slice(5)} ${period.slice(0, 4)}`;
    case "range": {
      const [from, to] = period.split("..");
      return range(from, to, words);
    }
    default:
      return words.date(period);
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @param {Translator} words
 */
function range(from, to, words) {
  const format = words.format(Intl.DateTimeFormat, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  return /** @type {any} */ (format).formatRange(new Date(from), new Date(to));
}

/**
 * What a facet is called.
 * @param {string} facet
 * @param {Catalogue} catalogue
 */
export const facetName = (facet, catalogue) => catalogue.facets.find(({ code }) => code === facet)?.name ?? facet;

/**
 * What a value was called in the answers, else its code.
 * @param {string} facet
 * @param {string} value
 * @param {import('./server.js').Answer[]} answers
 */
export const valueName = (facet, value, answers) => answers.find(({ breakdown }) => breakdown === facet)?.rows.find((row) => row.value === value)?.name ?? value;
