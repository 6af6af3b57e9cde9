import { html, useRef } from "../vendor/preact-htm.js";
import { HereContext, useHere } from "./context.js";

/**
 * A view of what stays while a visitor touches other things, made so that it isn't drawn again with each change of the state: only with
 * its props, the language, the catalogue, the minute, what is announced, and how one reads. Nothing else of the state may be asked in it.
 * @param {any} View
 */
export function steady(View) {
  return function Steady(/** @type {Object<string, any>} */ props) {
    const here = useHere();
    const { words, catalogue, state } = here;
    const basis = [words, catalogue, state.now, state.notices, state.comfort, ...Object.values(props)];
    const kept = useRef(/** @type {?{basis: any[], drawn: any}} */ (null));
    if (kept.current?.basis.length !== basis.length || !basis.every((value, i) => value === kept.current?.basis[i])) {
      kept.current = { basis, drawn: html`<${HereContext.Provider} value=${here}><${View} ...${props} /><//>` };
    }
    return kept.current.drawn;
  };
}
