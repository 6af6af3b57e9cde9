import { html, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";

/**
 * @param {{picture: import('../../lib/api.js').Picture, sizes?: string, eager?: boolean, decorative?: boolean}} props -
 *   `sizes` as in HTML; decorative: beside a text that says the same
 */
export function Picture({ picture, sizes = "50vw", eager = false, decorative = false }) {
  const [failed, setFailed] = useState("");
  const { words } = useHere();
  if (failed === picture.src) {
    return html`<span class="picture picture-missing" role="img" aria-label=${words.t("trouble.picture")}><${Icon} name="image-off" /></span>`;
  }
  return html`<img
    class="picture"
    src=${picture.src}
    srcset=${picture.srcset}
    sizes=${picture.srcset && sizes}
    width=${picture.width ?? 1200}
    height=${picture.height ?? 800}
    alt=${decorative ? "" : picture.alt.text}
    lang=${picture.alt.lang === words.lang ? undefined : picture.alt.lang}
    loading=${eager ? "eager" : "lazy"}
    decoding="async"
    onError=${() => setFailed(picture.src)}
  />`;
}
