import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { DIGITS, VARIANTS, layoutOf } from "../../lib/keyboard/layouts.js";
import { Icon } from "../Icon/Icon.js";
import { moveFocus } from "./moveFocus.js";

const HELD_MS = 450;
const REPEAT_MS = 90;

/**
 * A keyboard to touch, in the visitor's language. It takes its own place on the page and lies over nothing. Accents come by holding a
 * letter or by their own key; every key can be reached with Tab as well as with the arrows.
 *
 * @param {object} props
 * @param {(text: string) => void} props.onType
 * @param {() => void} props.onBackspace
 * @param {() => void} props.onClear
 * @param {() => void} props.onClose
 */
export function Keyboard({ onType, onBackspace, onClear, onClose }) {
  const { words } = useHere();
  const { rows, accents } = layoutOf(words.lang);
  /** What the upper row shows: digits, all accents, or those of the letter held. */
  const [upper, setUpper] = useState(/** @type {"digits" | "accents" | string} */ ("digits"));
  const held = useHeld();
  const shown = upper === "digits" ? DIGITS : upper === "accents" ? accents : VARIANTS[upper];
  const type = (/** @type {string} */ text) => {
    if (held.wasHeld()) return; // the finger that opened the accents isn't a letter
    onType(text);
    setUpper("digits");
  };
  const letter = (/** @type {string} */ char) => {
    const hold = VARIANTS[char] ? held.after(() => setUpper(char)) : {};
    return html`<button class="key" type="button" onClick=${() => type(char)} ...${hold} key=${char}>${char}</button>`;
  };
  const keepFocus = (/** @type {Event} */ event) => event.preventDefault(); // in the field, with its caret
  return html`<div class="keyboard" role="group" aria-label=${words.t("keyboard.label")} onPointerDown=${keepFocus} onMouseDown=${keepFocus} onContextMenu=${keepFocus} onKeyDown=${moveFocus} lang=${words.lang}>
    <div class=${`keyboard-row ${upper === "digits" ? "" : "keyboard-accents"}`}>${shown.map((char) => html`<button class="key" type="button" onClick=${() => type(char)} key=${char}>${char}</button>`)}</div>
    ${rows.map((row, i) => html`<div class="keyboard-row" key=${i}>
      ${row.map(letter)}
      ${i === rows.length - 1 && html`<button class="key key-wide" type="button" aria-label=${words.t("keyboard.backspace")} onClick=${() => held.wasHeld() || onBackspace()} ...${held.repeated(onBackspace)}><${Icon} name="delete" /></button>`}
    </div>`)}
    <div class="keyboard-row">
      <button class="key key-word" type="button" aria-label=${words.t(upper === "digits" ? "keyboard.accents" : "keyboard.digits")} onClick=${() => setUpper(upper === "digits" ? "accents" : "digits")}>
        ${upper === "digits" ? accents.slice(0, 2).join("") : "123"}
      </button>
      <button class="key" type="button" aria-label=${words.t("keyboard.hyphen")} onClick=${() => onType("-")}>-</button>
      <button class="key key-space" type="button" onClick=${() => onType(" ")}>${words.t("keyboard.space")}</button>
      <button class="key" type="button" aria-label=${words.t("keyboard.apostrophe")} onClick=${() => onType("’")}>’</button>
      <button class="key key-word" type="button" onClick=${onClear}>${words.t("keyboard.clear")}</button>
      <button class="key key-word" type="button" aria-label=${words.t("keyboard.close")} onClick=${onClose}><${Icon} name="chevron-down" /></button>
    </div>
  </div>`;
}

/** A key held down: once after a while, or again and again. */
function useHeld() {
  const timer = useRef(/** @type {number | undefined} */ (undefined));
  const done = useRef(false);
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => stop, []);
  const press = (/** @type {(again: () => void) => void} */ work) => {
    const start = () => {
      stop();
      done.current = false;
      const fire = () => {
        done.current = true;
        work(() => (timer.current = setTimeout(fire, REPEAT_MS)));
      };
      timer.current = setTimeout(fire, HELD_MS);
    };
    return { onPointerDown: start, onPointerUp: stop, onPointerCancel: stop, onPointerLeave: stop };
  };
  return {
    /** @param {() => void} work */
    after: (work) => press(() => work()),
    /** @param {() => void} work */
    repeated: (work) =>
      press((again) => {
        work();
        again();
      }),
    /** Was the click that comes now the end of a hold? Asked once. */
    wasHeld() {
      const was = done.current;
      done.current = false;
      return was;
    },
  };
}
