import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textSize, useWidth } from "../useWidth.js";

const ROWS = 10;

/**
 * Elevation along the way: a drawing, and the same as a table for whoever doesn't see it.
 * @param {{profile: {distances_m: number[], elevations_m: number[]}}} props
 */
export function Profile({ profile }) {
  const { words } = useHere();
  const [box, width] = useWidth(720);
  const { distances_m: distances, elevations_m: elevations } = profile;
  const text = textSize();
  const height = Math.round(Math.max(text * 9, width * 0.24));
  const lowest = Math.min(...elevations);
  const highest = Math.max(...elevations);
  const step = [10, 20, 50, 100, 200, 500].find((metres) => (highest - lowest) / metres <= 4) ?? 1000;
  const bottom = Math.floor(lowest / step) * step;
  const top = Math.max(Math.ceil(highest / step) * step, bottom + 2 * step); // flat country must look flat
  const length = distances.at(-1) ?? 1;
  const left = text * 3.6;
  const x = (/** @type {number} */ metres) => left + (metres / length) * (width - left - text);
  const y = (/** @type {number} */ metres) => text * 0.8 + ((top - metres) / (top - bottom)) * (height - text * 2.8);
  const line = distances.map((metres, i) => `${x(metres).toFixed(1)} ${y(elevations[i]).toFixed(1)}`).join("L");
  const levels = Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, i) => bottom + i * step);
  const everyKm = [1, 2, 5, 10, 20].find((km) => length / 1000 / km <= 6) ?? 50;
  const kms = Array.from({ length: Math.floor(length / 1000 / everyKm) + 1 }, (_, i) => i * everyKm);
  const rows = Array.from({ length: Math.min(ROWS, distances.length) }, (_, i, all = Math.min(ROWS, distances.length)) =>
    Math.round((i * (distances.length - 1)) / Math.max(1, all - 1)),
  );
  const alt = words.t("profile.alt", { min: words.metres(lowest), max: words.metres(highest) });
  return html`<figure class="profile">
    <div ref=${box}>
      <svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${alt} font-size=${text * 0.8}>
        ${levels.map(
          (metres) => html`<g>
            <line class="profile-level" x1=${left} x2=${width - text} y1=${y(metres)} y2=${y(metres)} />
            <text x=${left - text * 0.5} y=${y(metres) + text * 0.28} text-anchor="end">${words.metres(metres)}</text>
          </g>`,
        )}
        <path class="profile-ground" d=${`M${line}L${x(length)} ${y(bottom)}L${x(0)} ${y(bottom)}Z`} />
        <path class="profile-line" d=${`M${line}`} />
        ${kms.map((km) => html`<text x=${x(km * 1000)} y=${height - text * 0.5} text-anchor=${km * 1000 > length * 0.95 ? "end" : "middle"}>${km === 0 ? "0" : words.distance(km * 1000)}</text>`)}
      </svg>
    </div>
    <details>
      <summary>${words.t("profile.table")}</summary>
      <table>
        <thead><tr><th scope="col">${words.t("profile.distance")}</th><th scope="col">${words.t("profile.elevation")}</th></tr></thead>
        <tbody>${rows.map((i) => html`<tr><td>${words.distance(distances[i])}</td><td>${words.metres(elevations[i])}</td></tr>`)}</tbody>
      </table>
    </details>
  </figure>`;
}
