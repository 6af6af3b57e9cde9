import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { PlaceMap } from "../../components/PlaceMap/PlaceMap.js";
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
    return html`<${Dialog} title=${place.name.text} full=${true} onClose=${close}><${PlaceMap} place=${place} /><//>`;
  }
  return null;
}
