import { html } from "../../vendor/preact-htm.js";
import { pathOf } from "../../lib/icons.js";

const SPRITE = "/vendor/icons.svg";

/**
 * An icon beside a text that says the same: screen readers skip it.
 * @param {{name: string, class?: string}} props
 */
export function Icon({ name, class: className = "" }) {
  const path = pathOf(name);
  return path
    ? html`<svg class=${`icon ${className}`} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" data-icon=${name} aria-hidden="true" focusable="false" key="path"><path d=${path} /></svg>`
    : html`<svg class=${`icon ${className}`} data-icon=${name} aria-hidden="true" focusable="false" key="use"><use href=${`${SPRITE}#${name}`} /></svg>`;
}
