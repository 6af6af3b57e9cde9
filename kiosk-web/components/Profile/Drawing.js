import { html, useRef } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textSize, useWidth } from "../useWidth.js";
import { heightAt } from "../../lib/map/along.js";

/**
 * @param {object} props
 * @param {{distances_m: number[], elevations_m: number[]}} props.profile
 * @param {?number} props.at_m - where somebody points
 * @param {(metres: number) => void} props.onFinger
 * @param {(event: KeyboardEvent) => void} props.onKey
 * @param {string} props.reading - what is there, in words
 */
export function Drawing({ profile, at_m, onFinger, onKey, reading }) {
  const { words } = useHere();
  const [box, width] = useWidth(720);
  const pressed = useRef(false);
  const { distances_m: distances, elevations_m: elevations } = profile;
  const text = textSize();
  const height = Math.round(Math.max(text * 8, Math.min(width * 0.24, text * 11)));
  const lowest = Math.min(...elevations);
  const highest = Math.max(...elevations);
  const step = [10, 20, 50, 100, 200, 500].find((metres) => (highest - lowest) / metres <= 4) ?? 1000;
  const bottom = Math.floor(lowest / step) * step;
  const top = Math.max(Math.ceil(highest / step) * step, bottom + 2 * step); // flat country must look flat
  const length = distances.at(-1) ?? 1;
  const left = text * 3.6;
  const ground = width - left - text;
  const x = (/** @type {number} */ metres) => left + (metres / length) * ground;
  const y = (/** @type {number} */ metres) => text * 0.8 + ((top - metres) / (top - bottom)) * (height - text * 2.8);
  const line = distances.map((metres, i) => `${x(metres).toFixed(1)} ${y(elevations[i]).toFixed(1)}`).join("L");
  const levels = Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, i) => bottom + i * step);
  const everyKm = [1, 2, 5, 10, 20].find((km) => length / 1000 / km <= 6) ?? 50;
  const kms = Array.from({ length: Math.floor(length / 1000 / everyKm) + 1 }, (_, i) => i * everyKm);

  const point = (/** @type {PointerEvent} */ event) => {
    const edge = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    onFinger(((event.clientX - edge.left - left) / ground) * length);
  };
  const press = (/** @type {PointerEvent} */ event) => {
    pressed.current = true;
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    point(event);
  };
  const lift = () => {
    pressed.current = false;
  };
  const here = at_m === null ? null : { x: x(at_m), y: y(heightAt(profile, at_m).elevation_m) };
  return html`<div
    ref=${box}
    class="profile-drawing"
    role="slider"
    tabindex="0"
    aria-label=${words.t("profile.alt", { min: words.metres(lowest), max: words.metres(highest) })}
    aria-valuemin="0"
    aria-valuemax=${Math.round(length)}
    aria-valuenow=${Math.round(at_m ?? 0)}
    aria-valuetext=${reading}
    onPointerDown=${press}
    onPointerMove=${(/** @type {PointerEvent} */ event) => pressed.current && point(event)}
    onPointerUp=${lift}
    onPointerCancel=${lift}
    onKeyDown=${onKey}
  >
    <svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true" font-size=${text * 0.8}>
      ${levels.map(
        (metres) => html`<g>
          <line class="profile-level" x1=${left} x2=${width - text} y1=${y(metres)} y2=${y(metres)} />
          <text x=${left - text * 0.5} y=${y(metres) + text * 0.28} text-anchor="end">${words.metres(metres)}</text>
        </g>`,
      )}
      <path class="profile-ground" d=${`M${line}L${x(length)} ${y(bottom)}L${x(0)} ${y(bottom)}Z`} />
      <path class="profile-line" d=${`M${line}`} />
      ${kms.map((km) => html`<text x=${x(km * 1000)} y=${height - text * 0.5} text-anchor=${km * 1000 > length * 0.95 ? "end" : "middle"}>${km === 0 ? "0" : words.distance(km * 1000)}</text>`)}
      ${here &&
      html`<g class="profile-finger"><line x1=${here.x} x2=${here.x} y1=${text * 0.4} y2=${y(bottom)} /><circle cx=${here.x} cy=${here.y} r=${text * 0.5} /></g>`}
    </svg>
  </div>`;
}
