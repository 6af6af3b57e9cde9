import { html, useState } from "../vendor/preact-htm.js";
import { Icon } from "./Icon.js";
import { useHere } from "../components/context.js";
import { calendarAddress, trackAddress } from "../lib/api.js";
import { record } from "./count.js";
import { isDated } from "./offline.js";
import { directionsAddress, platformOf } from "./platform.js";

export const PLATFORM = platformOf(navigator.userAgent);

/**
 * What one does with a place. The two that matter most stay under the thumb (`MainActions`).
 * @param {{place: import('../lib/api.js').Place}} props
 */
export function Actions({ place }) {
  const { words } = useHere();
  const { contact } = place;
  const t = words.t.bind(words);
  const counted = () => record("track-download", words.lang, { place: place.id });
  return html`<section class="actions">
    <h2 class="hidden">${t("phone.actions")}</h2>
    ${place.line && html`<a class="button" href=${trackAddress(place.id)} download=${`${place.id}.gpx`} onClick=${counted}><${Icon} name="download" />${t("phone.track")}</a>`}
    ${isDated(place.opening) && html`<a class="button" href=${calendarAddress(words.lang, place.id)}><${Icon} name="calendar-plus" />${t("phone.calendar")}</a>`}
    ${contact.website && html`<a class="button" href=${contact.website} rel="noreferrer"><${Icon} name="globe" />${t("place.website")}</a>`}
    ${contact.email && html`<a class="button" href=${`mailto:${contact.email}`}><${Icon} name="mail" />${t("place.mail")}</a>`}
    <${Share} address=${`${location.origin}/p/${place.code}`} title=${place.name.text} />
  </section>`;
}

/** @param {{place: import('../lib/api.js').Place}} props */
export function MainActions({ place }) {
  const { words } = useHere();
  const { phone } = place.contact;
  return html`<nav class="thumb" aria-label=${words.t("phone.actions")}>
    <a class="button button-main" href=${directionsAddress(PLATFORM, { to: place.position, name: place.name.text })}><${Icon} name="navigation" />${words.t("phone.directions")}</a>
    ${phone && html`<a class="button" href=${`tel:${phone}`}><${Icon} name="phone" />${words.t("phone.call")}</a>`}
  </nav>`;
}

/**
 * The phone's own sharing; failing that, the address is copied; failing that, it is shown.
 * @param {{address: string, title: string}} props
 */
export function Share({ address, title }) {
  const { words } = useHere();
  const [said, setSaid] = useState(/** @type {?"copied" | "address"} */ (null));
  const share = async () => {
    try {
      if (navigator.share) {
        await navigator.share({ title, url: address });
      } else {
        await navigator.clipboard.writeText(address);
        setSaid("copied");
      }
    } catch (error) {
      // Closing the sheet of the phone is not a failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) setSaid("address");
    }
  };
  return html`<button class="button" onClick=${share}><${Icon} name=${said === "copied" ? "check" : "share-2"} />${words.t(said === "copied" ? "phone.copied" : "phone.share")}</button>
    <span class="hidden" role="status">${said === "copied" && words.t("phone.copied")}</span>
    ${said === "address" && html`<input class="address" readonly value=${address} aria-label=${words.t("phone.share")} onFocus=${(/** @type {any} */ event) => event.target.select()} />`}`;
}
