import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { SketchMap } from "../../components/SketchMap/SketchMap.js";
import { Text } from "../../components/Text/Text.js";
import { TakeAway } from "./TakeAway.js";

/** @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props */
export function Dialogs({ place }) {
  const { state, screen, words } = useHere();
  const close = () => screen.close();
  if (state.dialog === "take-away") return html`<${TakeAway} place=${place} onClose=${close} />`;
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
