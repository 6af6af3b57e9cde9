import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Dialog } from "../Dialog/Dialog.js";
import { Icon } from "../Icon/Icon.js";
import { href } from "../../lib/router.js";

const SIZES = /** @type {const} */ (["normal", "large", "largest"]);

/** Everything that helps to read and to reach, one touch each, seen at once behind the dialog. */
export function Comfort() {
  const { state, screen, words } = useHere();
  const { comfort } = state;
  const t = words.t.bind(words);
  const choose = (/** @type {object} */ changes) => screen.parts.comfort.set(changes);
  return html`<${Dialog} title=${t("comfort.title")} onClose=${() => screen.close()}>
    <div class="comfort">
      <h3 id="comfort-text">${t("comfort.text")}</h3>
      <div class="comfort-sizes" role="group" aria-labelledby="comfort-text">
        ${SIZES.map((size, index) => {
          const text = index + 1;
          return html`<button class="comfort-size" aria-pressed=${comfort.text === text ? "true" : "false"} onClick=${() => choose({ text })}>
            <span class=${`comfort-letter comfort-letter-${text}`} aria-hidden="true">A</span>${t(`comfort.size.${size}`)}
          </button>`;
        })}
      </div>
      <${Switch} icon="contrast" name="contrast" on=${comfort.contrast} onChange=${(/** @type {boolean} */ contrast) => choose({ contrast })} />
      <${Switch} icon="arrow-down-to-line" name="low" on=${comfort.low} onChange=${(/** @type {boolean} */ low) => choose({ low })} />
      <${Switch} icon="pause" name="still" on=${comfort.still} onChange=${(/** @type {boolean} */ still) => choose({ still })} />
      <p class="comfort-end">${t("comfort.end")}</p>
      <a class="button" href=${href({ page: "accessibility", lang: words.lang })}><${Icon} name="accessibility" />${t("comfort.statement")}</a>
    </div>
  <//>`;
}

/** @param {{icon: string, name: "contrast" | "low" | "still", on: boolean, onChange: (on: boolean) => void}} props */
function Switch({ icon, name, on, onChange }) {
  const { words } = useHere();
  const says = `comfort-${name}`;
  return html`<button class=${`switch switch-${name}`} role="switch" aria-checked=${on ? "true" : "false"} aria-labelledby=${says} aria-describedby=${`${says}-hint`} onClick=${() => onChange(!on)}>
    <${Icon} name=${icon} />
    <span class="switch-text">
      <b id=${says}>${words.t(`comfort.${name}`)}</b>
      <span id=${`${says}-hint`}>${words.t(`comfort.${name}Hint`)}</span>
    </span>
    <span class="switch-track" aria-hidden="true"><span class="switch-thumb">${on && html`<${Icon} name="check" />`}</span></span>
  </button>`;
}
