import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { Doubt } from "../ToCheck/Doubt.js";

/**
 * Labels and appellations, each with what it means for whoever goes there.
 * @param {{place: import('../../lib/api.js').Place}} props
 */
export function Labels({ place }) {
  const { words, catalogue } = useHere();
  const ids = [...place.labels, ...(place.cellar?.appellations ?? [])];
  const known = ids.map((id) => catalogue?.labels.get(id)).filter((label) => label !== undefined);
  if (known.length === 0) return null;
  return html`<section aria-labelledby="labels-title">
    <h2 id="labels-title">${words.t("place.labels")} <${Doubt} place=${place} fields=${["labels", "appellations"]} /></h2>
    <dl class="labels">${known.map((label) => html`<div><dt><${Icon} name="award" />${label?.name}</dt><dd>${label?.meaning}</dd></div>`)}</dl>
  </section>`;
}
