import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textSize, useWidth } from "../useWidth.js";
import { direction, distance, projection, scaleBar } from "../../lib/geo.js";
import { placeLabels } from "./labels.js";
import { Locator } from "./Locator.js";

/** A line this close to the office is drawn with it; further away, a small map in the corner shows where the office is. */
const WITH_OFFICE_M = 4_000;

/**
 * A sketch of where a place is and how its line runs: villages, the office, the numbered steps. Drawn from what the
 * catalogue knows, without a base map; it says so.
 *
 * @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>, ratio?: number, finger?: ?import('../../lib/geo.js').Position}} props - ratio: height to width; finger: where
 *   somebody points on the elevation profile
 */
export function SketchMap({ place, ratio = 0.7, finger = null }) {
  const { words, catalogue } = useHere();
  const [box, width] = useWidth(720);
  if (!catalogue) return null;
  const { office } = catalogue;
  const text = textSize();
  const height = Math.round(width * ratio);
  const segments = place.line?.segments ?? [];
  const steps = (place.steps ?? []).map((step, index) => ({ ...step, number: index + 1 })).filter((step) => step.position);
  const own = [place.position, ...segments.flat(), ...steps.map((step) => /** @type {any} */ (step.position))];
  const nearest = Math.min(...own.map((position) => distance(office.position, position)));
  const apart = segments.length > 0 && nearest > WITH_OFFICE_M;
  const seen = apart ? own : [...own, office.position];
  const { point, pixelsPerMetre } = projection(seen, { width, height, margin: text * 3.2, atLeast_m: 3_500 });
  const corner = { at: text * 0.8, size: apart ? Math.min(text * 9, height * 0.42) : 0 };
  const covered = (/** @type {{x: number, y: number}} */ { x, y }) => Math.max(x, y) < corner.at + corner.size + text;
  const inside = (/** @type {{x: number, y: number}} */ { x, y }) => x > text && x < width - text && y > text && y < height - text && !covered({ x, y });

  const here = point(office.position);
  const pins = steps.length > 1 ? [] : [point(place.position)];
  const numbered = gather(steps.map((step) => ({ number: step.number, ...point(/** @type {any} */ (step.position)) })), text * 1.9);
  const villages = office.communes.map(({ name, position }) => ({ name, ...point(position) })).filter(inside);
  const marks = [...numbered, ...pins, ...(apart ? [] : [here])].map(({ x, y }) => ({ x, y, r: text }));
  if (apart) marks.push({ x: corner.at + corner.size / 2, y: corner.at + corner.size / 2, r: corner.size / 2 });
  const labels = placeLabels(
    [...(apart ? [] : [{ name: words.t("map.office"), ...here, strong: true }]), ...villages.map((village) => ({ ...village, strong: false }))],
    marks,
    { width, height, text },
  );
  const bar = scaleBar(pixelsPerMetre, width / 4);
  const where = words.t("away.inDirection", {
    distance: words.distance(distance(office.position, place.position)),
    direction: words.t(`direction.${direction(office.position, place.position)}`),
  });
  const path = segments.map((segment) => `M${segment.map((p) => round(point(p))).join("L")}`).join("");

  return html`<div class="sketch" ref=${box}>
    <svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${words.t("map.alt", { name: place.name.text, where })}>
      <g class="sketch-villages">${villages.map(({ x, y }) => html`<circle cx=${x} cy=${y} r=${text * 0.28} />`)}</g>
      ${segments.length === 0 && html`<line class="sketch-crow" x1=${here.x} y1=${here.y} x2=${pins[0]?.x} y2=${pins[0]?.y} />`}
      ${path && html`<path class="sketch-line-edge" d=${path} /><path class=${`sketch-line sketch-line-${place.line?.kind}`} d=${path} />`}
      ${!apart && html`<g class="sketch-office" transform=${`translate(${here.x} ${here.y})`}><circle r=${text * 0.62} /><circle r=${text * 0.26} /></g>`}
      ${pins.map(({ x, y }) => html`<path class="sketch-pin" transform=${`translate(${x} ${y}) scale(${text / 12})`} d="M0 0C-9-11-11-15-11-20a11 11 0 0 1 22 0c0 5-2 9-11 20ZM0-25a5 5 0 1 0 0 10a5 5 0 0 0 0-10Z" />`)}
      ${numbered.map(
        ({ x, y, numbers }) => html`<g class="sketch-step" transform=${`translate(${x} ${y})`}>
          <rect x=${-badge(numbers, text) / 2} y=${-text * 0.78} width=${badge(numbers, text)} height=${text * 1.56} rx=${text * 0.78} />
          <text font-size=${text * 0.85}>${numbers}</text>
        </g>`,
      )}
      ${finger && html`<circle class="sketch-finger" cx=${point(finger).x} cy=${point(finger).y} r=${text * 0.6} />`}
      <g font-size=${text * 0.85}>
        ${labels.map(({ name, x, y, anchor, strong }) => html`<text class=${strong ? "sketch-name sketch-name-office" : "sketch-name"} x=${x} y=${y} text-anchor=${anchor}>${name}</text>`)}
      </g>
      <g class="sketch-scale" transform=${`translate(${text} ${height - text})`}>
        <path d=${`M0 ${-text * 0.4}v${text * 0.4}h${bar * pixelsPerMetre}v${-text * 0.4}`} />
        <text font-size=${text * 0.75} x=${bar * pixelsPerMetre + text * 0.5} y="0">${bar < 1000 ? words.metres(bar) : words.distance(bar)}</text>
      </g>
      <g class="sketch-north" transform=${`translate(${width - text * 1.5} ${height - text * 1.2})`}>
        <path d=${`M0 ${-text * 2.2}l${text * 0.5} ${text * 1.2}h${-text}Z`} />
        <text font-size=${text * 0.75} y="0" text-anchor="middle">N</text>
      </g>
      ${apart && html`<${Locator} place=${place.position} x=${corner.at} y=${corner.at} size=${corner.size} />`}
    </svg>
  </div>`;
}

const round = (/** @type {{x: number, y: number}} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const badge = (/** @type {string} */ numbers, /** @type {number} */ text) => Math.max(text * 1.56, text * (0.8 + numbers.length * 0.48));

/**
 * Steps too close to be told apart share a badge: "1 · 8".
 * @param {{number: number, x: number, y: number}[]} steps
 * @param {number} apart - pixels
 */
function gather(steps, apart) {
  /** @type {{numbers: string, x: number, y: number}[]} */
  const badges = [];
  for (const { number, x, y } of steps) {
    const near = badges.find((other) => Math.hypot(other.x - x, other.y - y) < apart);
    if (near) near.numbers += ` · ${number}`;
    else badges.push({ numbers: String(number), x, y });
  }
  return badges;
}
