import { createContext, useContext } from "../../vendor/preact-htm.js";

/**
 * @typedef {object} Looking
 * @property {import('../board.js').Board} board - what a manager can do
 * @property {any} state
 * @property {(path: string, values?: Object<string, string | number>) => string} t
 */

export const BoardContext = createContext(/** @type {any} */ (null));

/** @returns {Looking} */
export const useBoard = () => useContext(BoardContext);
