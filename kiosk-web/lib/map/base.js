import { distance } from "../geo.js";

/**
 * What lies under the marks: the office's tiles, or, where it has none, the territory drawn from what the catalogue knows.
 *
 * @typedef {{kind: "vector" | "raster", url: string, minZoom: number, maxZoom: number, bounds: number[], attribution?: string, layers: string[]}} Tiles
 * @typedef {{segments: import('../geo.js').Position[][]}} Way
 * @typedef {{tiles: ?Tiles, greenways: Way[]}} Base - the ways are drawn where there are no tiles
 */

const LAND_M = 6_000; // broad strokes from village to village, so that the territory stands out from what isn't it
const FADING = [{ beyond_m: 1_500, alpha: 0.3 }, { beyond_m: 1_000, alpha: 0.35 }, { beyond_m: 500, alpha: 0.45 }, { beyond_m: 0, alpha: 1 }];
const NEIGHBOURS_M = 8_500;

/**
 * @param {any} ol
 * @param {Base} base
 * @param {import('./styles.js').Styles} styles
 * @param {import('../api.js').Catalogue} catalogue
 * @returns {Promise<any[]>} layers, the lowest first
 */
export async function baseLayers(ol, base, styles, { lang, office }) {
  if (!base.tiles) return drawn(ol, base.greenways, styles, office.communes);
  const { tiles } = base;
  const grid = { url: tiles.url, minZoom: tiles.minZoom, maxZoom: tiles.maxZoom, wrapX: false };
  if (tiles.kind === "raster") return [new ol.layer.Tile({ source: new ol.source.XYZ({ ...grid, interpolate: true }), preload: 1 })];
  const { tileStyle } = await import("./style.js");
  return [
    new ol.layer.VectorTile({
      source: new ol.source.VectorTile({ ...grid, format: new ol.format.MVT() }),
      style: tileStyle(ol, styles.colours, lang),
      declutter: "base",
      updateWhileAnimating: false,
      updateWhileInteracting: false,
    }),
  ];
}

/**
 * Villages where they are, greenways as straight lines from step to step: nothing else is known, so nothing else is drawn.
 * @param {any} ol
 * @param {Way[]} greenways
 * @param {import('./styles.js').Styles} styles
 * @param {import('../api.js').Commune[]} communes
 */
function drawn(ol, greenways, styles, communes) {
  const { colours } = styles;
  const text = colours.text_px;
  const { Fill, Stroke, Style, Circle } = ol.style;
  const at = (/** @type {import('../geo.js').Position} */ { lon, lat }) => ol.proj.fromLonLat([lon, lat]);
  const land = new ol.Feature(new ol.geom.MultiLineString(neighbours(communes).map(([from, to]) => [at(from), at(to)])));
  const dot = new Circle({ radius: text * 0.2, fill: new Fill({ color: colours.village }), declutterMode: "none" });
  const villages = communes.map(({ name, position }) => {
    const feature = new ol.Feature(new ol.geom.Point(at(position)));
    feature.setStyle(new Style({ image: dot, text: styles.text(name, { fill: colours.quiet, halo: colours.ground, offsetY: text * 0.75 }) }));
    return feature;
  });
  const stroke = (/** @type {string} */ color, /** @type {number} */ width, /** @type {number[] | undefined} */ lineDash = undefined) =>
    new Style({ stroke: new Stroke({ color, width, lineDash, lineCap: "round", lineJoin: "round" }) });
  const way = [stroke(colours.paper, text * 0.36), stroke(colours.greenway, text * 0.14, [1, text * 0.32])];
  const ways = greenways.map(({ segments }) => new ol.Feature(new ol.geom.MultiLineString(segments.map((segment) => segment.map(at)))));
  const layer = (/** @type {any[]} */ features, /** @type {object} */ options = {}) => new ol.layer.Vector({ source: new ol.source.Vector({ features }), ...options });
  return [
    layer([land], { style: ground(ol, colours, communes[0]?.position.lat ?? 0), renderBuffer: 600 }),
    layer(ways, { style: way }),
    layer(villages, { declutter: "base" }),
  ];
}

/**
 * Each pair once, and each village with itself: strokes as broad as these are what takes longest of a map.
 * @param {import('../api.js').Commune[]} communes
 */
function neighbours(communes) {
  const positions = communes.map(({ position }) => position);
  return positions.flatMap((from, i) => positions.slice(i).filter((to) => distance(from, to) < NEIGHBOURS_M).map((to) => [from, to]));
}

/**
 * Strokes as broad as the land is, whatever the scale, fading out: a border would be taken for the real one.
 * @param {any} ol
 * @param {import('./palette.js').Palette} colours
 * @param {number} lat
 */
function ground(ol, colours, lat) {
  const strokes = FADING.map(({ alpha }) => new ol.style.Stroke({ color: [...ol.color.asArray(colours.ground).slice(0, 3), alpha], lineCap: "round", lineJoin: "round" }));
  const styles = strokes.map((stroke) => new ol.style.Style({ stroke }));
  return (/** @type {any} */ _, /** @type {number} */ resolution) => {
    FADING.forEach(({ beyond_m }, i) => strokes[i].setWidth((LAND_M + 2 * beyond_m) / Math.cos((lat * Math.PI) / 180) / resolution));
    return styles;
  };
}
