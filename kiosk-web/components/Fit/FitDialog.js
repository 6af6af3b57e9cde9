import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Dialog } from "../Dialog/Dialog.js";
import { Fit } from "./Fit.js";
import { useCount } from "./useCount.js";

/** @param {{places: import('../../lib/api.js').Summary[], theme?: string, from: import('../../lib/api.js').Position}} props */
export function FitDialog({ places, theme, from }) {
  const { screen, words } = useHere();
  const { text, more } = useCount(places, from);
  return html`<${Dialog} title=${words.t("results.choices")} onClose=${() => screen.close()}>
    <${Fit} theme=${theme} />
    <p class="fit-show fit-show-dialog" role="status">
      <button class="button button-main" onClick=${() => screen.close()}>${text}</button>
      ${more && html`<span>${more}</span>`}
    </p>
  <//>`;
}
