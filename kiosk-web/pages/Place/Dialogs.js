import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { PlaceMap } from "../../components/PlaceMap/PlaceMap.js";
import { TakeAway } from "./TakeAway.js";

/** @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props */
export function Dialogs({ place }) {
  const { state, screen } = useHere();
  const close = () => screen.close();
  if (state.dialog === "take-away") return html`<${TakeAway} place=${place} onClose=${close} />`;
  if (state.dialog === "map") {
    return html`<${Dialog} title=${place.name.text} full=${true} onClose=${close}><${PlaceMap} place=${place} /><//>`;
  }
  return null;
}
