import { useContext } from "../../../vendor/preact-htm.js";
import { DeskContext } from "../../components/context.js";

/**
 * @typedef {object} Sale
 * @property {import('../shop.js').Shop} shop - what a seller can do
 * @property {any} state
 * @property {(path: string, values?: Object<string, string | number>) => string} t
 */

/** @returns {Sale} */
export function useShop() {
  const { counter, state, t } = /** @type {any} */ (useContext(DeskContext));
  return { shop: counter, state, t };
}
