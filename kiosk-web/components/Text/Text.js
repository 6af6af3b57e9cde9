import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";

/**
 * A text from the content, marked with its language where it fell back on another one.
 * @param {{of: import('../../lib/api.js').Text}} props
 */
export function Text({ of }) {
  const { words } = useHere();
  return of.lang === words.lang ? of.text : html`<span lang=${of.lang}>${of.text}</span>`;
}
