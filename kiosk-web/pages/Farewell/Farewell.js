import { html, useEffect } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Faces } from "../../components/Faces/Faces.js";

/**
 * Thanks and goodbye, under the arch of the welcome screen, which follows. A touch anywhere beside the faces goes on at once;
 * so does Escape.
 */
export function Farewell() {
  const { state, screen, words, catalogue } = useHere();
  const { feedback } = screen.parts;
  const { given } = state.feedback;
  useEffect(() => {
    const key = (/** @type {KeyboardEvent} */ event) => (event.key === "Escape" ? feedback.done() : feedback.wait());
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, []);
  return html`<div class="farewell" onClick=${() => feedback.done()}>
    <header class="farewell-head">
      <p class="farewell-office">${catalogue?.office.name ?? ""}</p>
      <h1 tabindex="-1">${words.t("feedback.title")}</h1>
    </header>
    <div class="farewell-arch"><div class="farewell-view">${catalogue?.welcome && html`<img src=${catalogue.welcome} alt="" width="1200" height="800" />`}</div></div>
    <section class="farewell-question" aria-labelledby="feedback-question">
      <div role="status"><h2 id="feedback-question">${words.t(given === null ? "feedback.question" : "feedback.thanks")}</h2></div>
      <${Faces} given=${given} onFace=${(/** @type {number} */ face) => feedback.answer(face)} />
      <button class="button">${words.t("feedback.skip")}</button>
    </section>
  </div>`;
}
