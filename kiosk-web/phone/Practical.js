import { html } from "../vendor/preact-htm.js";
import { Text } from "../components/Text/Text.js";
import { Hours } from "../components/Practical/Hours.js";
import { useHere } from "../components/context.js";

/**
 * What one needs to go there, each line only when something is known.
 * @param {{place: import('../lib/api.js').Place}} props
 */
export function Practical({ place }) {
  const { words } = useHere();
  const { trail, prices, heritage, opening, suits, withoutCar, contact } = place;
  const t = words.t.bind(words);
  const way = [
    ...(trail?.practices ?? []).map((practice) => t(`practice.${practice}`)),
    trail?.shape && t(`shape.${trail.shape}`),
    trail?.waymarking && t(`waymarking.${trail.waymarking}`),
    ...(trail?.surface ?? []).map((surface) => t(`surface.${surface}`)),
    place.shade && t(`shade.${place.shade}`),
    place.drinkingWater !== undefined && t(`water.${place.drinkingWater ? "yes" : "no"}`),
  ].filter(Boolean);
  const rows = [
    opening.kind === "periods" && { title: t("place.hours"), value: html`<${Hours} opening=${opening} />` },
    opening.kind !== "periods" && opening.note && { title: t("place.hours"), value: html`<${Text} of=${opening.note} />` },
    way.length > 0 && { title: t("place.onTheWay"), value: way.join(" · ") },
    Object.keys(suits).length > 0 && { title: t("place.forWhom"), value: Object.entries(suits).map(([who, how]) => t(`suits.${who}.${how}`)).join(" · ") },
    prices && !prices.free && { title: t("place.prices"), value: html`<${Rates} rates=${prices.rates} />` },
    heritage?.visit && { title: t("place.visiting"), value: t(`visit.${heritage.visit}`) },
    withoutCar && { title: t("place.withoutCar"), value: html`<${Text} of=${withoutCar} />` },
    contact.address && { title: t("place.address"), value: `${contact.address}, ${place.commune}` },
    place.position.accuracy === "village" && { title: t("field.position"), value: t("map.near") },
    place.line?.kind === "schematic" && { title: t("place.mapTrail"), value: t("map.schematic") },
  ].filter((row) => Boolean(row));
  if (rows.length === 0) return null;
  return html`<section>
    <h2>${t("place.practical")}</h2>
    <dl class="rows">${rows.map((/** @type {any} */ { title, value }) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}

/** @param {{rates: {who: string, amount: number, currency: string, note?: import('../lib/api.js').Text}[]}} props */
function Rates({ rates }) {
  const { words } = useHere();
  return rates.map(
    ({ who, amount, currency, note }) => html`<p>${words.t(`price.${who}`)} <b>${words.money(amount, currency)}</b>${note && html` <span class="quiet"><${Text} of=${note} /></span>`}</p>`,
  );
}
