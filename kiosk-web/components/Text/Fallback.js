import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";

/**
 * One line that says in which language the texts are that don't exist in the visitor's.
 * @param {{lang: string}} props
 */
export function Fallback({ lang }) {
  const { words } = useHere();
  const language = new Intl.DisplayNames(words.locale, { type: "language" }).of(lang) ?? lang;
  return html`<p class="fallback">${words.t("place.fallback", { language })}</p>`;
}
