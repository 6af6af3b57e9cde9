import { html, useEffect, useRef } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { canHurry, canSlow } from "../../lib/voice.js";
import { Icon } from "../Icon/Icon.js";
import { sentencesOf } from "./sentences.js";

const HIGHLIGHT = "aloud";

/**
 * Begins to read the page aloud; isn't there where this device has no voice of its own for the language of the text.
 * @param {{lang: string}} props - of the main text
 */
export function ReadAloud({ lang }) {
  const { state, screen, words } = useHere();
  const { languages, doing, at } = state.voice;
  const spots = useRef(/** @type {import('./sentences.js').Spot[]} */ ([]));
  const seen = useRef(/** @type {Range | null} */ (null));
  useEffect(() => {
    const range = doing === "silent" ? null : (spots.current[at]?.range ?? null);
    show(range, seen.current);
    seen.current = range;
  }, [doing, at]);
  useEffect(() => () => {
    show(null, null);
    screen.parts.voice.stop();
  }, []);
  if (!languages.has(lang)) return null;
  const read = () => {
    const page = document.querySelector("main");
    if (!page) return;
    spots.current = sentencesOf(page, (language) => languages.has(language));
    screen.parts.voice.read(spots.current);
  };
  return doing === "silent"
    ? html`<button class="button read-aloud" onClick=${read}><${Icon} name="volume-2" />${words.t("aloud.read")}</button>`
    : html`<button class="button read-aloud" onClick=${() => screen.parts.voice.stop()}><${Icon} name="square" />${words.t("aloud.stop")}</button>`;
}

/** While something is read: in the place of the page's index, always in reach. */
export function Player() {
  const { state, screen, words } = useHere();
  const { doing, rate } = state.voice;
  const { voice } = screen.parts;
  const reading = doing === "reading";
  return html`<div class="page-index player" role="group" aria-label=${words.t("aloud.label")}>
    <div class="page-index-list">
      <button onClick=${() => voice.slower()} disabled=${!canSlow(rate)}><${Icon} name="turtle" /><span>${words.t("aloud.slower")}</span></button>
      <button class="player-main" onClick=${() => (reading ? voice.pause() : voice.resume())}>
        <${Icon} name=${reading ? "pause" : "play"} /><span>${words.t(reading ? "aloud.pause" : "aloud.resume")}</span>
      </button>
      <button onClick=${() => voice.faster()} disabled=${!canHurry(rate)}><${Icon} name="rabbit" /><span>${words.t("aloud.faster")}</span></button>
      <button onClick=${() => voice.stop()}><${Icon} name="square" /><span>${words.t("aloud.stopShort")}</span></button>
    </div>
  </div>`;
}

/**
 * Paints the sentence; follows it for whoever was reading along, and not for who has scrolled elsewhere.
 * @param {?Range} range
 * @param {?Range} before
 */
function show(range, before) {
  const painter = globalThis.CSS?.highlights;
  if (!range) return painter?.delete(HIGHLIGHT);
  painter?.set(HIGHLIGHT, new Highlight(range));
  if ((!before || inSight(before)) && !inSight(range)) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

/** @param {Range} range */
function inSight(range) {
  const { top, bottom } = range.getBoundingClientRect();
  const covered = document.querySelector(".page-index")?.getBoundingClientRect().top ?? innerHeight;
  return bottom > 0 && top >= 0 && bottom <= covered;
}
