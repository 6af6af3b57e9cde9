import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { SketchMap } from "../../components/SketchMap/SketchMap.js";
import { Text } from "../../components/Text/Text.js";
import { qrAddress } from "../../lib/api.js";

/** @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props */
export function Dialogs({ place }) {
  const { state, screen, words } = useHere();
  const close = () => screen.close();
  if (state.dialog === "take-away") {
    return html`<${Dialog} title=${words.t("takeAway.title")} onClose=${close}>
      <div class="take-away">
        <img src=${qrAddress(place.id)} alt=${words.t("takeAway.alt", { name: place.name.text })} width="400" height="400" />
        <p class="take-away-name"><b><${Text} of=${place.name} /></b></p>
        <p>${words.t("takeAway.hint")}</p>
      </div>
    <//>`;
  }
  if (state.dialog === "map") {
    const portrait = innerHeight > innerWidth;
    const steps = (place.steps ?? []).map((step, index) => ({ step, number: index + 1 })).filter(({ step }) => step.position);
    return html`<${Dialog} title=${place.name.text} wide=${true} onClose=${close}>
      <div class="big-map">
        <${SketchMap} place=${place} ratio=${portrait ? 1.05 : 0.52} />
        ${place.line && html`<p class="note">${words.t(place.line.kind === "schematic" ? "map.schematic" : "map.recorded")}</p>`}
        ${steps.length > 1 &&
        html`<h3>${words.t("map.steps")}</h3>
          <ul class="big-map-steps" role="list">${steps.map(({ step, number }) => html`<li><b>${number}</b><${Text} of=${step.name} /></li>`)}</ul>`}
      </div>
    <//>`;
  }
  return null;
}
