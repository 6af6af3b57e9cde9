import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { useModal } from "../useModal.js";
import { COUNTDOWN_S } from "../../lib/idle.js";

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;

/**
 * Asks whether somebody is still there. Any touch says yes; only one button says no.
 * @param {{seconds: number}} props
 */
export function Countdown({ seconds }) {
  const { screen, words } = useHere();
  const box = useModal();
  const stay = () => screen.stay();
  const cancel = (/** @type {Event} */ event) => {
    event.preventDefault();
    stay();
  };
  const key = (/** @type {KeyboardEvent} */ event) => !["Tab", "Shift", "Enter", " "].includes(event.key) && stay();
  const done = (/** @type {Event} */ event) => {
    event.stopPropagation();
    screen.finish("idle");
  };
  return html`<dialog ref=${box} class="dialog countdown" aria-labelledby="countdown-title" aria-describedby="countdown-text" onClick=${stay} onKeyDown=${key} onCancel=${cancel}>
    <div class="dialog-content countdown-content">
      <svg class="countdown-clock" viewBox="0 0 120 120" aria-hidden="true">
        <circle class="countdown-track" cx="60" cy="60" r=${RADIUS} />
        <circle class="countdown-left" cx="60" cy="60" r=${RADIUS} stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - seconds / COUNTDOWN_S)} transform="rotate(-90 60 60)" />
        <text x="60" y="62" font-size="44">${seconds}</text>
      </svg>
      <h2 id="countdown-title">${words.t("idle.title")}</h2>
      <p id="countdown-text">${words.t("idle.text", { n: seconds })}</p>
      <button class="button button-main" autofocus>${words.t("idle.stay")}</button>
      <button class="button" onClick=${done}>${words.t("idle.done")}</button>
    </div>
  </dialog>`;
}
