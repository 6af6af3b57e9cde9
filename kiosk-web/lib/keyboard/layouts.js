/**
 * Where the letters are, by language: people look for them where their own keyboards have them.
 *
 * @typedef {{rows: string[][], accents: string[]}} Layout - `accents`: the row that the accents' key shows
 */

export const DIGITS = [..."1234567890"];

const QWERTY = [[..."qwertyuiop"], [..."asdfghjkl"], [..."zxcvbnm"]];

/** @type {Record<string, Layout>} */
const LAYOUTS = {
  fr: { rows: [[..."azertyuiop"], [..."qsdfghjklm"], [..."wxcvbn"]], accents: [..."éèêëàâçîïôùœ"] },
  en: { rows: QWERTY, accents: [..."éèêàâçîôùœ"] },
  nl: { rows: QWERTY, accents: [..."éèëïöüáàç"] },
  de: { rows: [[..."qwertzuiopü"], [..."asdfghjklöä"], [..."yxcvbnmß"]], accents: [..."éèêàâçîôùœ"] },
  es: { rows: [[..."qwertyuiop"], [..."asdfghjklñ"], [..."zxcvbnm"]], accents: [..."áéíóúüàèçñ"] },
};

/** @param {string} lang */
export const layoutOf = (lang) => LAYOUTS[lang] ?? LAYOUTS.en;

/** What a letter held down offers. */
export const VARIANTS = /** @type {Object<string, string[]>} */ ({
  a: [..."àâäáæ"], c: [..."ç"], e: [..."éèêë"], i: [..."îïíì"], n: [..."ñ"], o: [..."ôöóòœ"], s: [..."ß"], u: [..."ùûüú"], y: [..."ÿ"],
});
