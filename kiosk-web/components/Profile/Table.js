import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";

const ROWS = 10;

/** @param {{profile: {distances_m: number[], elevations_m: number[]}}} props */
export function Table({ profile }) {
  const { words } = useHere();
  const { distances_m: distances, elevations_m: elevations } = profile;
  const count = Math.min(ROWS, distances.length);
  const rows = Array.from({ length: count }, (_, i) => Math.round((i * (distances.length - 1)) / Math.max(1, count - 1)));
  return html`<details>
    <summary>${words.t("profile.table")}</summary>
    <table>
      <thead><tr><th scope="col">${words.t("profile.distance")}</th><th scope="col">${words.t("profile.elevation")}</th></tr></thead>
      <tbody>${rows.map((i) => html`<tr><td>${i === 0 ? "0" : words.distance(distances[i])}</td><td>${words.metres(elevations[i])}</td></tr>`)}</tbody>
    </table>
  </details>`;
}
