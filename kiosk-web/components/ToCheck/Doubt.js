import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";

/**
 * Beside a fact that the office has still to check. Why is said further down, where all of them are collected.
 * @param {{place: import('../../lib/api.js').Summary, fields: string[]}} props
 */
export function Doubt({ place, fields }) {
  const { words } = useHere();
  return fields.some((field) => place.toCheckFields.has(field)) ? html`<span class="to-check-tag">${words.t("place.toCheckTag")}</span>` : null;
}
