import { MapCanvas } from "./canvas.js";
import { palette } from "./palette.js";
import { drawPins } from "./pins.js";

/**
 * A map on its ground, ready to be opened.
 * @param {any} ol
 * @param {object} wanted
 * @param {HTMLElement} wanted.box
 * @param {import('../api.js').Catalogue} wanted.catalogue
 * @param {import('./base.js').Base} wanted.base
 * @param {() => void} wanted.onMissing - a tile couldn't be had; said once
 * @param {(places: import('../api.js').Summary[]) => void} wanted.onTouch
 * @param {(view: import('./canvas.js').View) => void} wanted.onView
 */
export async function makeMap(ol, { box, catalogue, base, onTouch, onView, onMissing }) {
  const colours = palette(box, catalogue.themes.map(({ id }) => id));
  const pins = await drawPins(catalogue.themes, colours);
  const { communes } = catalogue.office;
  const territory = [...communes, ...catalogue.places].map(({ position }) => position);
  const map = new MapCanvas(ol, { box, colours, pins, territory, onTouch, onView });
  await map.lay(base, catalogue, onMissing);
  return map;
}
