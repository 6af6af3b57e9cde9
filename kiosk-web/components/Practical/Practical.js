import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { trackAddress } from "../../lib/api.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";
import { Doubt } from "../ToCheck/Doubt.js";
import { Hours } from "./Hours.js";

/**
 * What one needs to go there, each line only when something is known.
 * @param {{place: import('../../lib/api.js').Place}} props
 */
export function Practical({ place }) {
  const { screen, words, catalogue } = useHere();
  const { trail, contact, prices, heritage, cellar, suits } = place;
  const t = words.t.bind(words);
  const office = catalogue?.office.contact.phone;
  const way = [
    ...(trail?.practices ?? []).map((practice) => t(`practice.${practice}`)),
    trail?.shape && t(`shape.${trail.shape}`),
    trail?.waymarking && t(`waymarking.${trail.waymarking}`),
    trail && trail.surface.length > 0 && capital(words.list(trail.surface.map((surface) => t(`surface.${surface}`)))),
    place.shade && t(`shade.${place.shade}`),
    place.drinkingWater !== undefined && t(`water.${place.drinkingWater ? "yes" : "no"}`),
  ].filter(Boolean);
  const forWhom = Object.entries(suits).map(([who, answer]) => ({ answer, text: t(`suits.${who}.${answer}`) }));
  const phone = contact.phone ?? null;
  const doubt = (/** @type {string[]} */ ...fields) => html`<${Doubt} place=${place} fields=${fields} />`;

  return html`<section aria-labelledby="practical-title">
    <h2 id="practical-title" tabindex="-1">${t("place.practical")}</h2>
    <dl class="practical">
      ${place.opening.kind === "periods" && html`<${Line} icon="calendar-clock" doubt=${doubt("opening")} title=${null}><${Hours} opening=${place.opening} /><//>`}
      ${place.opening.kind !== "periods" && place.opening.note && html`<${Line} icon="calendar-clock" doubt=${doubt("opening")} title=${t("place.hours")}><${Text} of=${place.opening.note} /><//>`}
      ${way.length > 0 && html`<${Line} icon="signpost" doubt=${doubt("waymarking", "surface", "shade", "water")} title=${t("place.onTheWay")}><${Chips} items=${way} /><//>`}
      ${forWhom.length > 0 && html`<${Line} icon="users" doubt=${doubt("suits")} title=${t("place.forWhom")}><${Chips} items=${forWhom.map(({ text }) => text)} /><//>`}
      ${prices && html`<${Line} icon="euro" doubt=${doubt("prices")} title=${t("place.prices")}><${Prices} prices=${prices} /><//>`}
      ${heritage?.protection && html`<${Line} icon="award" doubt=${doubt("protection")} title=${t("place.monument")}>${protection(heritage.protection, words)}<//>`}
      ${cellar && cellar.grapes.length > 0 && html`<${Line} icon="grape" doubt=${doubt("grapes")} title=${t("cellar.grapes")}>${capital(words.list(cellar.grapes))}<//>`}
      ${cellar && (cellar.vineyardHa !== undefined || cellar.since !== undefined) &&
      html`<${Line} icon="leaf" title=${t(`cellar.${cellar.type}`)}>
        ${[cellar.since !== undefined && t("cellar.since", { year: String(cellar.since) }), cellar.vineyardHa !== undefined && t("cellar.vineyard", { n: cellar.vineyardHa })].filter(Boolean).join(" · ")}
      <//>`}
      ${contact.address && html`<${Line} icon="map-pin" title=${t("place.address")}>${contact.address}<//>`}
      ${phone && html`<${Line} icon="phone" doubt=${doubt("contact")} title=${t("place.call")}><a class="plain-link" href=${`tel:${phone}`}>${readablePhone(phone)}</a><//>`}
      ${!phone && office && !trail && html`<${Line} icon="phone" title=${catalogue?.office.name ?? ""}><a class="plain-link" href=${`tel:${office}`}>${readablePhone(office)}</a><//>`}
      ${contact.email && html`<${Line} icon="mail" title=${t("place.mail")}>${contact.email}<//>`}
      ${contact.website && html`<${Line} icon="globe" title=${t("place.website")}>${readableAddress(contact.website)}<//>`}
    </dl>
    ${place.line && html`<a class="button" href=${trackAddress(place.id)} download onClick=${() => screen.trackDownloaded()}><${Icon} name="download" />${t("place.track")}</a>`}
  </section>`;
}

/** @param {{icon: string, title: ?string, doubt?: any, children?: any}} props */
function Line({ icon, title, doubt, children }) {
  const { words } = useHere();
  return html`<div class="practical-line">
    <dt><${Icon} name=${icon} /><span>${title ?? words.t("place.hours")}</span></dt>
    <dd>${children} ${doubt}</dd>
  </div>`;
}

/** @param {{items: (string | false | undefined)[]}} props */
function Chips({ items }) {
  return html`<ul class="chips" role="list">${items.map((item) => html`<li class="chip">${item}</li>`)}</ul>`;
}

/** @param {{prices: {free: boolean, rates: {who: string, amount: number, currency: string, note?: import('../../lib/api.js').Text}[]}}} props */
function Prices({ prices }) {
  const { words } = useHere();
  if (prices.free) return words.t("price.free");
  return html`<ul class="rates" role="list">
    ${prices.rates.map(({ who, amount, currency, note }) => html`<li>
      <span>${words.t(`price.${who}`)}</span> <b>${words.money(amount, currency)}</b>${note && html` <span><${Text} of=${note} /></span>`}
    </li>`)}
  </ul>`;
}

/**
 * @param {{level: string, date?: string}} protection
 * @param {import('../../lib/i18n.js').Translator} words
 */
function protection({ level, date }, words) {
  const name = words.t(`protection.${level}`);
  return date ? words.t("protection.since", { level: name, date: words.date(date) }) : name;
}

const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
const readableAddress = (/** @type {string} */ url) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/.*$/, "");

/** French numbers by pairs, as they are read aloud; others as they are written. */
function readablePhone(/** @type {string} */ number) {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(number);
  return french ? `0${french.slice(1).join("\u00a0")}` : number;
}
