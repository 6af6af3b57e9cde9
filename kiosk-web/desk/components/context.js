import { createContext, useContext } from "../../vendor/preact-htm.js";

/**
 * @typedef {object} Desk
 * @property {import('../counter.js').Counter} counter - what a counsellor can do
 * @property {any} state
 * @property {(path: string, values?: Object<string, string | number>) => string} t
 */

export const DeskContext = createContext(/** @type {any} */ (null));

/** @returns {Desk} */
export const useDesk = () => useContext(DeskContext);
