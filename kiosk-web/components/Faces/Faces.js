import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { FACES } from "./drawings.js";

/**
 * Four faces to touch, each with its name under it.
 * @param {{given: ?number, onFace: (face: number) => void}} props
 */
export function Faces({ given, onFace }) {
  const { words } = useHere();
  const touch = (/** @type {Event} */ event, /** @type {number} */ face) => {
    event.stopPropagation(); // a touch beside the faces means: no answer
    onFace(face);
  };
  return html`<ul class=${`faces ${given === null ? "" : "faces-given"}`} role="list">
    ${FACES.map(
      (Drawing, index) => html`<li>
        <button class="face" aria-pressed=${given === index + 1 ? "true" : "false"} onClick=${(/** @type {Event} */ event) => touch(event, index + 1)}>
          <${Drawing} />
          <span>${words.t(`feedback.face${index + 1}`)}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}
