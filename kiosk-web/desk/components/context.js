import { createContext, useContext, useEffect, useState } from "../../vendor/preact-htm.js";

/**
 * @typedef {object} Desk
 * @property {import('../counter.js').Counter} counter - what a counsellor can do
 * @property {any} state
 * @property {(path: string, values?: Object<string, string | number>) => string} t
 */

export const DeskContext = createContext(/** @type {any} */ (null));

/** @returns {Desk} */
export const useDesk = () => useContext(DeskContext);

/**
 * What the page shows now; in high contrast when somebody chose it.
 * @param {import('../counter.js').Counter | import('../shop/shop.js').Shop} counter
 */
export function useStateOf(counter) {
  const [state, setState] = useState(counter.state);
  useEffect(() => {
    const changed = () => setState(counter.state);
    counter.store.addEventListener("change", changed);
    changed();
    return () => counter.store.removeEventListener("change", changed);
  }, []);
  useEffect(() => {
    if (state.contrast) document.documentElement.dataset.contrast = "high";
    else delete document.documentElement.dataset.contrast;
  }, [state.contrast]);
  return state;
}
