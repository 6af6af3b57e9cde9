import { drawSign } from "./tileSigns.js";
import { tileColours } from "./tileColours.js";

/**
 * How the office's tiles are drawn. Layers and classes are those of deploy/map/README.md; another maker's tiles show as far as
 * they share them. Styles are made once each and kept: a territory is drawn with a few hundred of them, names included.
 */

/** @typedef {{text_px: number}} Look */

// Pixels at zoom 15 beside letters of 18 pixels, the zoom from which it is drawn, who lies over whom.
const ROADS = /** @type {Record<string, {width: number, from: number, rank: number, dash?: number[], edge?: boolean}>} */ ({
  motorway: { width: 6, from: 0, rank: 8, edge: true },
  main: { width: 5, from: 0, rank: 7, edge: true },
  secondary: { width: 4, from: 0, rank: 6, edge: true },
  minor: { width: 3, from: 13, rank: 5, edge: true },
  pedestrian: { width: 3, from: 14, rank: 5, edge: true },
  service: { width: 1.6, from: 15, rank: 4 },
  track: { width: 1.5, from: 14, rank: 3, dash: [7, 3] },
  path: { width: 1.5, from: 14, rank: 3, dash: [1.5, 3.5] },
  steps: { width: 2.6, from: 15, rank: 3, dash: [1.2, 1.6] },
  rail: { width: 1.4, from: 12, rank: 2, dash: [8, 3] },
  cycleway: { width: 2.4, from: 12, rank: 9, dash: [6, 3] },
  greenway: { width: 4, from: 0, rank: 10, edge: true },
});
const GROWTH = 1.38; // of a road's width from a zoom to the next
const EDGE_FROM = 13; // edges of roads are a blur before

const PLACES = /** @type {Record<string, {size: number, bold: boolean, from: number}>} */ ({
  city: { size: 1.1, bold: true, from: 0 }, town: { size: 1, bold: true, from: 0 }, village: { size: 0.85, bold: true, from: 11 },
  hamlet: { size: 0.75, bold: false, from: 14 }, isolated_dwelling: { size: 0.7, bold: false, from: 16 }, locality: { size: 0.7, bold: false, from: 16 },
});
// Those that a walker steers by come first and are named earlier.
const LANDMARKS = new Set(["peak", "castle", "viewpoint", "station", "museum", "windmill", "ruins", "cave"]);
const SIGNS_FROM = 14;
const SERVICES_FROM = 15;
const NAMES_FROM = 15;
const STREET_NAMES_FROM = 16;
const MOST_NAMES = 3_000;
const WORLD = 156_543.034; // metres a pixel at zoom 0

/**
 * A style function for a vector tile layer with `declutter`. Make another when the theme, the size of letters or the language
 * changes, and give it to the layer with `setStyle`.
 * @param {any} ol - OpenLayers
 * @param {Look} look - `text_px`: the size of body text on this screen
 * @param {string} language - names are shown in it where the map has them
 */
export function tileStyle(ol, { text_px }, language) {
  const { Fill, Stroke, Style, Text, Icon } = ol.style;
  const colours = tileColours();
  const scale = text_px / 18;
  /** @type {Map<string, any>} */
  const kept = new Map();
  /** @type {Map<string, any>} */
  const names = new Map();

  /**
   * @param {string} key
   * @param {() => any} make
   */
  const keep = (key, make) => {
    let style = kept.get(key);
    if (style === undefined) kept.set(key, (style = make()));
    return style;
  };

  const name = (/** @type {any} */ feature) => feature.get(`name:${language}`) ?? feature.get("name") ?? "";

  /**
   * One style a text: OpenLayers keeps the text in it.
   * @param {string} text
   * @param {string} kind - the same kind and text look the same
   * @param {{size: number, bold?: boolean, color?: string, zIndex: number} & Object<string, any>} how
   */
  const named = (text, kind, { size, bold, color = colours.text, zIndex, image, ...rest }) => {
    const key = `${kind}/${text}`;
    let style = names.get(key);
    if (!style) {
      if (names.size >= MOST_NAMES) names.clear();
      style = new Style({
        zIndex,
        image,
        text: new Text({
          text,
          font: `${bold ? 700 : 400} ${Math.round(text_px * size)}px ${colours.font}`,
          fill: new Fill({ color }),
          stroke: new Stroke({ color: colours.halo, width: Math.max(3, text_px / 6), lineJoin: "round" }),
          ...rest,
        }),
      });
      names.set(key, style);
    }
    return style;
  };

  const along = (/** @type {number} */ size) => ({ size, placement: "line", maxAngle: Math.PI / 6, repeat: 700 * scale });

  const area = (/** @type {string} */ key, /** @type {string | undefined} */ color, /** @type {number} */ zIndex) =>
    keep(key, () => (color ? new Style({ zIndex, fill: new Fill({ color }) }) : null));

  const building = (/** @type {number} */ zoom) =>
    keep(`building/${zoom > 15}`, () => {
      const stroke = zoom > 15 ? new Stroke({ color: colours.buildingEdge, width: 1 }) : undefined;
      return new Style({ zIndex: 6, fill: new Fill({ color: colours.building }), stroke });
    });

  /**
   * @param {any} feature
   * @param {number} zoom
   */
  const road = (feature, zoom) => {
    const kind = feature.get("greenway") ? "greenway" : feature.get("class");
    const known = ROADS[kind];
    if (!known || zoom < known.from) return null;
    const tunnel = feature.get("tunnel") ? "tunnel" : "";
    const strokes = keep(`road/${kind}/${zoom}/${tunnel}`, () => {
      const width = Math.max((kind === "greenway" ? 2 : 0.8) * scale, known.width * scale * GROWTH ** (zoom - 15));
      const line = { lineCap: known.dash ? "butt" : "round", lineJoin: "round" };
      const dash = tunnel ? [2, 2] : known.dash;
      const lineDash = dash?.map((part) => part * Math.max(1, width * 0.6));
      const color = zoom < EDGE_FROM && known.edge ? colours.roadsFar[kind] : colours.roads[kind];
      const fill = new Style({ zIndex: 20 + known.rank, stroke: new Stroke({ ...line, color, width, lineDash }) });
      if (!known.edge || zoom < EDGE_FROM || tunnel) return [fill];
      const edge = new Stroke({ ...line, color: colours.roadEdge, width: width + 1.6 * Math.max(1, scale) });
      return [new Style({ zIndex: 10, stroke: edge }), fill];
    });
    const text = zoom >= (kind === "greenway" ? SIGNS_FROM : STREET_NAMES_FROM) && known.edge && !tunnel ? name(feature) : "";
    if (!text) return strokes;
    const color = kind === "greenway" ? colours.greenwayText : colours.quiet;
    return [...strokes, named(text, `road/${kind === "greenway"}`, { ...along(0.68), color, bold: kind === "greenway", zIndex: 41 })];
  };

  /**
   * @param {any} feature
   * @param {number} zoom
   */
  const waterway = (feature, zoom) => {
    const kind = feature.get("class") === "river" ? "river" : "stream";
    const line = keep(`waterway/${kind}/${zoom}/${feature.get("intermittent")}`, () => {
      const width = (kind === "river" ? 3.2 : 1.4) * scale * GROWTH ** (Math.min(zoom, 16) - 15);
      const lineDash = feature.get("intermittent") ? [6 * scale, 3 * scale] : undefined;
      return new Style({ zIndex: 5, stroke: new Stroke({ color: colours.waterway, width: Math.max(1, width), lineCap: "round", lineJoin: "round", lineDash }) });
    });
    const text = zoom >= (kind === "river" ? 12 : 16) ? name(feature) : "";
    return text ? [line, named(text, "waterway", { ...along(0.68), color: colours.waterText, zIndex: 42 })] : line;
  };

  /**
   * @param {any} feature
   * @param {number} zoom
   */
  const place = (feature, zoom) => {
    const kind = feature.get("class");
    const known = PLACES[kind];
    const text = known && zoom >= known.from ? name(feature) : "";
    if (!text) return null;
    const { size, bold } = known;
    return named(text, `place/${kind}`, { size, bold, color: bold ? colours.text : colours.quiet, zIndex: 50 - Number(feature.get("rank") ?? 6) });
  };

  /**
   * @param {any} feature
   * @param {number} zoom
   */
  const point = (feature, zoom) => {
    const kind = feature.get("class");
    const isLandmark = LANDMARKS.has(kind);
    if (zoom < (isLandmark ? SIGNS_FROM : SERVICES_FROM)) return null;
    const sign = keep(`sign/${kind}`, () => {
      const img = drawSign(kind, text_px, colours);
      return img && new Style({ zIndex: isLandmark ? 40 : 30, image: new Icon({ img, scale: 1 / devicePixelRatio, declutterMode: "declutter" }) });
    });
    const text = sign && isLandmark && zoom >= NAMES_FROM ? name(feature) : "";
    if (!text) return sign;
    const height = feature.get("ele");
    return named(height ? `${text} ${Math.round(height)} m` : text, `point/${kind}`, {
      size: 0.68, color: colours.quiet, zIndex: 40, image: sign.getImage(), offsetY: text_px * 0.75, textBaseline: "top",
    });
  };

  return (/** @type {any} */ feature, /** @type {number} */ resolution) => {
    const zoom = Math.round(Math.log2(WORLD / resolution));
    switch (feature.get("layer")) {
      case "ground": return area(feature.get("class"), colours.ground[feature.get("class")], 1);
      case "water": return area("water", colours.water, 4);
      case "waterway": return waterway(feature, zoom);
      case "building": return building(zoom);
      case "road": return road(feature, zoom);
      case "place": return place(feature, zoom);
      case "point": return point(feature, zoom);
      default: return null;
    }
  };
}
