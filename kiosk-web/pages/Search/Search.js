import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Keyboard } from "../../components/Keyboard/Keyboard.js";
import { Found } from "./Found.js";

/** Smaller screens are telephones, and bring the keyboard their owner knows. */
const ROOM_FOR_KEYS = "(min-width: 700px) and (min-height: 560px)";
const wantsKeys = () => navigator.maxTouchPoints > 0 && matchMedia(ROOM_FOR_KEYS).matches;

/** A place by its name, its commune or a word; results come as it is typed. */
export function Search() {
  const { state, screen, words, catalogue } = useHere();
  const { query } = state.searching;
  const searching = screen.parts.searching;
  const field = useRef(/** @type {?HTMLInputElement} */ (null));
  const [keys, setKeys] = useState(wantsKeys);
  useEffect(() => searching.prepare(), [state.catalogues]);

  // As a physical keyboard would: where the caret is.
  const edit = (/** @type {(input: HTMLInputElement, start: number, end: number) => void} */ change) => {
    const input = field.current;
    if (!input) return;
    change(input, input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length);
    searching.type(input.value);
  };
  const insert = (/** @type {string} */ text) => edit((input, start, end) => input.setRangeText(text, start, end, "end"));
  const backspace = () => edit((input, start, end) => input.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end"));
  const clear = () => {
    searching.type("");
    field.current?.focus({ preventScroll: true });
  };
  // Who types on a real keyboard needs no other.
  const typed = (/** @type {KeyboardEvent} */ event) => event.key.length === 1 && !event.ctrlKey && !event.metaKey && setKeys(false);

  return html`<div class=${`search ${keys ? "search-keys" : ""}`}>
    <header class="search-head">
      <h1 tabindex="-1">${words.t("search.title")}</h1>
      <div class="search-field">
        <${Icon} name="search" />
        <input ref=${field} data-focus-first type="text" role="searchbox" inputmode=${keys ? "none" : "search"} enterkeyhint="search" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck=${false}
          maxlength="60" aria-label=${words.t("search.field")} placeholder=${words.t("search.field")} value=${query} onInput=${(/** @type {any} */ event) => searching.type(event.target.value)} onKeyDown=${typed} />
        ${query !== "" && html`<button class="search-clear" type="button" aria-label=${words.t("search.clear")} onClick=${clear}><${Icon} name="x" /></button>`}
        ${!keys && wantsKeys() && html`<button class="search-clear" type="button" aria-label=${words.t("keyboard.show")} onClick=${() => setKeys(true)}><${Icon} name="keyboard" /></button>`}
      </div>
    </header>
    ${catalogue ? html`<${Found} scrolls=${keys} />` : html`<p class="loading">${words.t(state.away ? "welcome.away" : "loading")}</p>`}
    ${keys && html`<${Keyboard} onType=${insert} onBackspace=${backspace} onClear=${clear} onClose=${() => setKeys(false)} />`}
  </div>`;
}
