import { createContext, useContext } from "../vendor/preact-htm.js";

/**
 * @typedef {object} Here
 * @property {import('../lib/store.js').State} state
 * @property {import('../lib/screen.js').Screen} screen - what a visitor can do
 * @property {import('../lib/i18n.js').Translator} words
 * @property {import('../lib/api.js').Catalogue | undefined} catalogue - in the language of the interface, once it is there
 */

export const HereContext = createContext(/** @type {any} */ (null));

/** @returns {Here} */
export const useHere = () => useContext(HereContext);
