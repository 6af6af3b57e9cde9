import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { begun, completed, faults, plain } from "../line.js";
import { useDesk } from "./context.js";
import { clock } from "./clock.js";

const MOST = 6;

/** The one line, with what may be typed next under it: the combobox of the ARIA Authoring Practices. */
export function LineField() {
  const { counter, state, t } = useDesk();
  const { line, editing, recording, session } = state;
  const field = useRef(/** @type {?HTMLInputElement} */ (null));
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(false);
  const options = closed ? [] : offered(counter.reader.known(line), line);
  const chosen = options[active];
  const wrong = state.reading && faults(state.reading, line, state.insisted).length > 0;

  // Who has keys types on at once; on a tablet the keyboard comes when the line is touched.
  useEffect(() => {
    const input = field.current;
    if (!input || session !== "in" || matchMedia("(pointer: coarse)").matches) return;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length); // after a dialog Chromium gives back the focus without the caret
  }, [session, editing]);

  const type = (/** @type {string} */ text) => {
    setActive(-1);
    setClosed(false);
    counter.type(text);
  };
  const input = (/** @type {InputEvent} */ event) => {
    const { value, selectionStart } = /** @type {HTMLInputElement} */ (event.target);
    type(value);
    if (selectionStart !== value.length) setClosed(true); // words are completed where the line ends
  };
  const accept = (/** @type {{word: string}} */ { word }) => {
    type(completed(line, word));
    if (document.activeElement !== field.current && !matchMedia("(pointer: coarse)").matches) field.current?.focus();
  };
  const move = (/** @type {number} */ by) => setActive(((active + 1 + by + options.length + 1) % (options.length + 1)) - 1);

  const keys = {
    ArrowDown: () => options.length > 0 && (move(1), true),
    ArrowUp: () => (options.length > 0 ? (move(-1), true) : line === "" && (counter.amend(), true)),
    Tab: () => options.length > 0 && (accept(chosen ?? options[0]), true),
    Escape: () => (options.length > 0 ? (setClosed(true), true) : editing && (counter.leave(), true)),
    Enter: () => (chosen ? accept(chosen) : counter.record(), true),
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
    if (isComposing || altKey) return;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== "z" || shiftKey || line !== "") return;
      counter.undo();
      event.preventDefault();
    } else if (!shiftKey && keys[/** @type {keyof typeof keys} */ (key)]?.()) event.preventDefault();
  };

  return html`<section class="line" aria-labelledby="line-label">
    ${editing && html`<p class="editing"><span>${t("line.editing", { words: editing.words, time: clock(editing.at, state) })}</span>
      <button type="button" class="button button-small" onClick=${() => counter.leave()}>${t("line.leave")}</button></p>`}
    <h2 class="line-label"><label id="line-label" for="line">${t("line.label")}</label></h2>
    <div class="line-row">
      <div class="line-box">
        <input id="line" ref=${field} class="line-input" type="text" role="combobox" aria-autocomplete="list" aria-controls="completions" aria-expanded=${String(options.length > 0)}
          aria-activedescendant=${chosen ? `completion-${active}` : undefined} aria-invalid=${wrong ? "true" : undefined} aria-describedby="line-keys"
          autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck=${false} enterkeyhint="done" maxlength="500" placeholder=${t("line.example")}
          value=${line} onInput=${input} onKeyDown=${press} onBlur=${() => setActive(-1)} />
        ${line !== "" && html`<button type="button" class="line-clear" aria-label=${t("line.clear")} onClick=${() => (type(""), field.current?.focus())}><${Icon} name="x" /></button>`}
      </div>
      <button type="button" class="button button-main line-record" aria-disabled=${line.trim() === "" || recording ? "true" : undefined} onClick=${() => counter.record()}>
        <${Icon} name="check" />${t(editing?.revises ? "line.change" : "line.record")}
      </button>
    </div>
    <div class="strip">
      <ul id="completions" class="completions" role="listbox" aria-label=${t("line.completions")} hidden=${options.length === 0}>
        ${options.map((option, index) => html`<li key=${option.word} id=${`completion-${index}`} class="completion" role="option" aria-selected=${String(index === active)}
          onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${() => accept(option)}><b>${option.word}</b> <span>${option.meaning}</span></li>`)}
      </ul>
      <p id="line-keys" class="line-keys" hidden=${options.length > 0}>${t("line.keys")}</p>
    </div>
  </section>`;
}

/**
 * @param {?import('../server.js').Reading} reading - of this very line
 * @param {string} line
 */
function offered(reading, line) {
  const word = begun(line);
  if (!reading || word === "") return [];
  return reading.completions.filter((one) => plain(one.word) !== plain(word)).slice(0, MOST);
}
