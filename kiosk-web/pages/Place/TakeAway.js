import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Text } from "../../components/Text/Text.js";
import { fetchCodeAddress, qrAddress } from "../../lib/api.js";

/**
 * A place goes to the visitor's phone: the code, how to read it, what comes of it, and its address for who would rather type.
 * @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>, onClose: () => void}} props
 */
export function TakeAway({ place, onClose }) {
  const { words } = useHere();
  const [address, setAddress] = useState("");
  useEffect(() => {
    let here = true;
    fetchCodeAddress(place.id).then(
      (found) => here && setAddress(found),
      () => {}, // the picture of the code is missing too, and says so
    );
    return () => (here = false);
  }, [place.id]);
  const t = words.t.bind(words);
  const gets = [
    { icon: "smartphone", text: t("takeAway.page") },
    place.trail && place.line && { icon: "route", text: t("takeAway.track") },
    { icon: "map-pin", text: t("takeAway.directions") },
  ].filter((item) => Boolean(item));
  return html`<${Dialog} title=${t("takeAway.title")} wide=${true} onClose=${onClose}>
    <div class="take-away">
      <div class="take-away-code">
        <img src=${qrAddress(place.id)} alt=${t("takeAway.alt", { name: place.name.text })} width="400" height="400" />
        <p class="take-away-address">${address && html`<span class="take-away-or">${t("takeAway.type")}</span> <b dir="ltr">${address.replace(/^https?:\/\//, "")}</b>`}</p>
      </div>
      <div class="take-away-text">
        <p class="take-away-name"><${Text} of=${place.name} /></p>
        <ol class="take-away-how" role="list">
          <li><${Icon} name="camera" />${t("takeAway.open")}</li>
          <li><${Icon} name="qr-code" />${t("takeAway.point")}</li>
          <li><${Icon} name="circle-check" />${t("takeAway.touch")}</li>
        </ol>
        <h3>${t("takeAway.gets")}</h3>
        <ul class="take-away-gets" role="list">${gets.map((/** @type {any} */ { icon, text }) => html`<li><${Icon} name=${icon} />${text}</li>`)}</ul>
      </div>
    </div>
  <//>`;
}
