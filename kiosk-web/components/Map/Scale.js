import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textSize } from "../useWidth.js";
import { scaleBar } from "../../lib/geo.js";

const WIDEST = 7; // in the size of the text

/** @param {{pixelsPerMetre: number}} props */
export function Scale({ pixelsPerMetre }) {
  const { words } = useHere();
  const metres = scaleBar(pixelsPerMetre, textSize() * WIDEST);
  return html`<div class="map-scale" aria-hidden="true">
    <span class="map-north">N</span>
    <span class="map-bar" style=${{ inlineSize: `${metres * pixelsPerMetre}px` }} />
    ${metres < 1000 ? words.metres(metres) : words.distance(metres)}
  </div>`;
}
