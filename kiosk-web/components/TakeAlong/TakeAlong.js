import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { canPrint } from "../../lib/print.js";
import { AddToDay } from "../AddToDay/AddToDay.js";
import { Icon } from "../Icon/Icon.js";
import { PlaceSheet } from "../Sheet/Sheet.js";

/**
 * What a visitor may do with a place besides reading it: keep it for the day, and print it where there is a printer.
 * @param {{place: import('../../lib/api.js').Place}} props
 */
export function TakeAlong({ place }) {
  const { screen, words } = useHere();
  const prints = canPrint();
  const printPlace = () => {
    screen.parts.day.printed(place.id);
    print();
  };
  return html`<div class="take-along">
    <${AddToDay} place=${place} />
    ${prints && html`<button class="button" onClick=${printPlace}><${Icon} name="printer" />${words.t("sheet.print")}</button>`}
    ${prints && html`<${PlaceSheet} place=${place} />`}
  </div>`;
}
