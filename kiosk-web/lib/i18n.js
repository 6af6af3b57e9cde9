/**
 * Texts and formats of one language. The texts are `locales/{lang}.json`; plurals, numbers, distances and dates come from
 * the browser's `Intl`. A text is asked for by its path: `t("list.count", { n: 3 })`. Where it holds plural forms,
 * `n` chooses one.
 */

/** Languages the interface is written in, each named in its own words. The order is that of the welcome screen. */
export const LANGUAGES = /** @type {const} */ ({
  fr: { name: "Français", greeting: "Bienvenue" },
  en: { name: "English", greeting: "Welcome" },
  nl: { name: "Nederlands", greeting: "Welkom" },
  de: { name: "Deutsch", greeting: "Willkommen" },
  es: { name: "Español", greeting: "Bienvenidos" },
});

export const FIRST_LANGUAGE = "fr";

/** After its start a screen has time for what nobody has asked for yet: other languages, further pages. */
export const SETTLED_MS = 3_000;

/** @param {readonly string[]} wanted - `navigator.languages` */
export function bestLanguage(wanted) {
  return wanted.map((tag) => tag.slice(0, 2)).find((lang) => lang in LANGUAGES) ?? FIRST_LANGUAGE;
}

/**
 * @param {string} lang
 * @returns {Promise<Translator>}
 */
export async function fetchTranslator(lang) {
  const answer = await fetch(`/locales/${lang}.json`);
  if (!answer.ok) throw new Error(`locales/${lang}.json: ${answer.status}`);
  return new Translator(lang, await answer.json());
}

/** What numbers and dates look like: British English, since visitors here count in kilometres and in 24 hours. */
const FORMATS = { en: "en-GB" };

export class Translator {
  /**
   * @param {string} lang
   * @param {object} texts
   */
  constructor(lang, texts) {
    this.lang = lang;
    this.texts = texts;
    this.locale = FORMATS[/** @type {"en"} */ (lang)] ?? lang;
    /** @type {"ltr" | "rtl"} where a line begins */
    this.direction = /** @type {any} */ (new Intl.Locale(lang)).getTextInfo?.().direction ?? "ltr";
    this.plurals = new Intl.PluralRules(this.locale);
    this.lists = new Intl.ListFormat(this.locale, { type: "conjunction" });
    this.collator = new Intl.Collator(this.locale);
    /** @type {Map<string, Intl.NumberFormat | Intl.DateTimeFormat>} making one takes longer than drawing a card: once each */
    this.formats = new Map();
  }

  /**
   * @param {string} path
   * @param {Object<string, string | number>} [values]
   * @returns {string}
   */
  t(path, values = {}) {
    /** @type {any} */
    let text = this.texts;
    for (const key of path.split(".")) text = text?.[key];
    if (text && typeof text === "object") text = text[this.plurals.select(Number(values.n))] ?? text.other;
    if (typeof text !== "string") {
      console.error(`locales/${this.lang}.json has no text ${path}`);
      return path;
    }
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name] ?? whole;
      return typeof value === "number" ? this.number(value) : value;
    });
  }

  /**
   * @param {number} value
   * @param {Intl.NumberFormatOptions} [options]
   */
  number(value, options) {
    return this.format(Intl.NumberFormat, options).format(value);
  }

  /**
   * @template {Intl.NumberFormat | Intl.DateTimeFormat} Format
   * @param {new (locale: string, options?: any) => Format} Kind
   * @param {object} [options]
   * @returns {Format}
   */
  format(Kind, options) {
    const key = `${Kind.name} ${JSON.stringify(options)}`;
    let format = this.formats.get(key);
    if (!format) this.formats.set(key, (format = new Kind(this.locale, options)));
    return /** @type {Format} */ (format);
  }

  /** @param {number} metres */
  distance(metres) {
    if (metres < 950) return this.metres(Math.max(50, Math.round(metres / 50) * 50));
    const maximumFractionDigits = metres < 20_000 ? 1 : 0;
    return this.number(metres / 1000, { style: "unit", unit: "kilometer", maximumFractionDigits });
  }

  /** @param {number} metres */
  metres(metres) {
    return this.number(metres, { style: "unit", unit: "meter" });
  }

  /** @param {number} minutes */
  duration(minutes) {
    const h = Math.floor(minutes / 60);
    const m = minutes % 60;
    if (h === 0) return this.t("duration.minutes", { m });
    if (m === 0) return this.t("duration.hours", { h });
    return this.t("duration.both", { h, m: String(m).padStart(2, "0") });
  }

  /** @param {number} minute - of the day; may be beyond 1440 */
  time(minute) {
    const h = Math.floor(minute / 60) % 24;
    const m = minute % 60;
    return m === 0 ? this.t("time.round", { h: String(h) }) : this.t("time.full", { h: String(h), m: String(m).padStart(2, "0") });
  }

  /**
   * @param {string} date - YYYY-MM-DD, or only YYYY-MM or YYYY
   * @param {Intl.DateTimeFormatOptions} [options]
   */
  date(date, options) {
    const parts = date.split("-").length;
    const known = options ?? { year: "numeric", ...(parts > 1 && { month: "long" }), ...(parts > 2 && { day: "numeric" }) };
    return this.format(Intl.DateTimeFormat, { timeZone: "UTC", ...known }).format(new Date(date));
  }

  /** @param {number} day - ISO weekday */
  weekday(day) {
    return this.date(`2024-01-0${day}`, { weekday: "long" }); // 1 January 2024 was a Monday
  }

  /**
   * @param {number} cents
   * @param {string} currency
   */
  money(cents, currency) {
    const trailingZeroDisplay = /** @type {any} */ ("stripIfInteger");
    return this.number(cents / 100, { style: "currency", currency, trailingZeroDisplay });
  }

  /** @param {string[]} items */
  list(items) {
    return this.lists.format(items);
  }
}
