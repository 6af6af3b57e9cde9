import { group } from "./groups.js";
import { drawBadge } from "./pins.js";

/**
 * How each mark is drawn. Styles are made once and kept, since making them is what costs when the map moves.
 *
 * @typedef {import('../api.js').Summary} Summary
 */

const FONT = '"Atkinson Hyperlegible", system-ui, sans-serif';
/** How far from this screen its name stands, in the size of the text. */
export const HERE_NAME = 2.5;
const LINE_LETTERS = 20; // a name longer than this takes two lines

export class Styles {
  /**
   * @param {any} ol
   * @param {import('./palette.js').Palette} colours
   * @param {Map<string, import('./pins.js').Pin>} pins
   */
  constructor(ol, colours, pins) {
    this.ol = ol;
    this.colours = colours;
    this.pins = pins;
    /** @type {Map<string, any>} */
    this.kept = new Map();
  }

  /**
   * @param {string} key
   * @param {() => any} make
   */
  keep(key, make) {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key);
  }

  /**
   * @param {string} text
   * @param {object} [how]
   */
  text(text, { size = 0.85, bold = false, fill = this.colours.ink, halo = this.colours.paper, ...options } = /** @type {any} */ ({})) {
    const { style } = this.ol;
    return new style.Text({
      text,
      font: `${bold ? 700 : 400} ${Math.round(this.colours.text_px * size)}px ${FONT}`,
      fill: new style.Fill({ color: fill }),
      stroke: halo ? new style.Stroke({ color: halo, width: 4, lineJoin: "round" }) : undefined,
      ...options,
    });
  }

  /**
   * @param {Summary} place
   * @param {"normal" | "chosen" | "small"} size
   */
  pin(place, size) {
    return this.keep(`pin/${place.kind}/${size}`, () => {
      const image = /** @type {import('./pins.js').Pin} */ (this.pins.get(place.kind) ?? this.pins.values().next().value)[size];
      return new this.ol.style.Icon({ img: image, scale: 1 / devicePixelRatio, anchor: [0.5, 0.97], declutterMode: size === "chosen" ? "none" : "obstacle" });
    });
  }

  /**
   * A place, with its name where there is room.
   * @param {Summary} place
   * @param {"normal" | "chosen" | "small"} size
   * @param {boolean} named
   */
  place(place, size, named) {
    const chosen = size === "chosen";
    return this.keep(`place/${place.id}/${place.name.text}/${size}/${named}`, () => {
      const { Style } = this.ol.style;
      const pin = new Style({ image: this.pin(place, size), zIndex: chosen ? 6 : 2 });
      if (!named) return [pin]; // the card of the chosen one says its name
      const below = { bold: true, offsetY: this.colours.text_px * 0.4, textBaseline: "top" };
      const text = this.text(lines(place.name.text), { ...below, size: chosen ? 1 : 0.8, declutterMode: chosen ? "obstacle" : "declutter" });
      return [pin, new Style({ text, zIndex: chosen ? 6 : 1 })];
    });
  }

  /**
   * Several places too close to be told apart: how many, in their colour when they share one.
   * @param {Summary[]} places
   */
  several(places) {
    const shared = places.every(({ kind }) => kind === places[0].kind) ? places[0].kind : null;
    return this.keep(`several/${shared}/${places.length}`, () => {
      const { style } = this.ol;
      const colour = shared ? this.colours.theme(shared) : this.colours.quiet;
      const radius = this.colours.text_px * (places.length < 10 ? 1.05 : 1.2);
      return [
        new style.Style({
          image: new style.Circle({
            radius, fill: new style.Fill({ color: colour }), stroke: new style.Stroke({ color: this.colours.paper, width: 3 }), declutterMode: "obstacle",
          }),
          text: this.text(String(places.length), { size: 1, bold: true, fill: this.colours.paper, halo: null, offsetY: 1, declutterMode: "none" }),
          zIndex: 2,
        }),
      ];
    });
  }

  /**
   * A numbered step: "3", or "1 · 8" where the way comes back.
   * @param {string} numbers
   * @param {string} kind
   */
  step(numbers, kind) {
    return this.keep(`step/${numbers}/${kind}`, () => {
      const { paper, text_px } = this.colours;
      return new this.ol.style.Style({ image: this.badge(numbers, { ground: this.colours.theme(kind), ink: paper, edge: paper, text_px }), zIndex: 4 });
    });
  }

  /**
   * @param {string} text
   * @param {{ground: string, ink: string, edge: string, text_px: number}} look
   * @param {number[]} [displacement] - pixels, up is positive
   */
  badge(text, look, displacement = [0, 0]) {
    return new this.ol.style.Icon({ img: drawBadge(text, look), scale: 1 / devicePixelRatio, displacement, declutterMode: "obstacle" });
  }

  /**
   * This screen: wide enough to be seen around whatever stands on the same spot, its name where less is hidden.
   * @param {string} name
   * @param {boolean} above
   */
  here(name, above) {
    const { style } = this.ol;
    const { text_px, paper, here, hereText } = this.colours;
    const ring = (/** @type {number} */ radius, /** @type {string} */ fill) =>
      new style.Style({
        image: new style.Circle({
          radius: text_px * radius, fill: new style.Fill({ color: fill }), stroke: new style.Stroke({ color: here, width: text_px * 0.16 }), declutterMode: "obstacle",
        }),
        zIndex: 0,
      });
    return this.keep(`here/${name}/${above}`, () => {
      const label = this.badge(name, { ground: paper, ink: hereText, edge: here, text_px: text_px * 0.85 }, [0, text_px * HERE_NAME * (above ? 1 : -1)]);
      return [ring(1.45, paper), ring(0.3, here), new style.Style({ image: label, zIndex: 8 })];
    });
  }

  /**
   * @param {string} kind - of the place whose way it is
   * @param {boolean} recorded - on the ground; drawn dashed otherwise
   */
  way(kind, recorded) {
    const { style } = this.ol;
    const stroke = (/** @type {string} */ color, /** @type {number} */ width, /** @type {number[] | undefined} */ lineDash = undefined) =>
      new style.Style({ stroke: new style.Stroke({ color, width, lineDash, lineCap: "round", lineJoin: "round" }) });
    const { text_px: text, paper } = this.colours;
    return this.keep(`way/${kind}/${recorded}`, () => [
      stroke(paper, text * 0.62),
      stroke(this.colours.theme(kind), text * 0.3, recorded ? undefined : [text * 0.55, text * 0.55]),
    ]);
  }

  /** Where the finger is on the elevation profile. */
  finger() {
    const { style } = this.ol;
    const { text_px: text, paper, ink } = this.colours;
    return this.keep("finger", () => [
      new style.Style({ image: new style.Circle({ radius: text * 0.62, fill: new style.Fill({ color: ink }), stroke: new style.Stroke({ color: paper, width: 4 }) }) }),
    ]);
  }
}

/**
 * A long name on two lines, cut between words near its middle.
 * @param {string} name
 */
function lines(name) {
  if (name.length <= LINE_LETTERS) return name;
  const words = name.split(" ");
  const cuts = words.map((_, i) => [words.slice(0, i).join(" "), words.slice(i).join(" ")]);
  cuts.sort((a, b) => Math.max(a[0].length, a[1].length) - Math.max(b[0].length, b[1].length));
  return cuts[0].filter(Boolean).join("\n");
}

/**
 * Steps too close to be told apart share a badge.
 * @param {{number: number, x: number, y: number}[]} steps
 * @param {number} apart
 */
export function badges(steps, apart) {
  return group(steps, apart).map(({ x, y, marks }) => ({ x, y, numbers: marks.map(({ number }) => number).join(" · ") }));
}
