import { html } from "../../vendor/preact-htm.js";
import { plain, split, withInstead, withWord, withoutToken } from "../line.js";
import { MORE, PARTIES, tilesOf } from "../usual.js";
import { useDesk } from "./context.js";

/** The usual words under a finger. Each adds its word to the line, takes it out again, or takes the place of what it contradicts. */
export function Tiles() {
  const { state, t } = useDesk();
  const { setting, used } = state;
  const { lang } = state.words;
  const { topics, profiles } = setting.vocabulary;
  return html`<section class="tiles" aria-label=${t("tiles.title")}>
    <${Group} name=${t("tiles.party")} field="party" tiles=${PARTIES.map((word) => ({ word, name: "" }))} />
    <${Group} name=${t("tiles.origin")} field="origin" tiles=${used.origins} />
    <${Group} name=${t("tiles.profile")} field="profile" tiles=${tilesOf(profiles, lang, used.profiles)} />
    <${Group} name=${t("tiles.topic")} field="topic" tiles=${tilesOf(topics, lang, used.topics)} />
    <${Group} name=${t("tiles.more")} field=${null} tiles=${MORE.map(([word, field]) => ({ word, field, name: t(`more.${word}`) }))} />
  </section>`;
}

/** @param {{name: string, field: ?string, tiles: (import('../usual.js').Tile & {field?: string})[]}} props */
function Group({ name, field, tiles }) {
  const { counter, state } = useDesk();
  const { line } = state;
  const known = counter.reader.known(line);
  const tokens = known?.tokens ?? split(line);
  const there = (/** @type {{word: string}} */ { word }) => tokens.find(({ text }) => plain(text) === plain(word));
  const codes = field === "topic" ? known?.contact.topics : [known?.contact.profile];
  const chosen = (/** @type {any} */ tile) => Boolean(there(tile) ?? (tile.code && codes?.includes(tile.code)));
  const touch = (/** @type {any} */ tile, /** @type {MouseEvent} */ event) => {
    const same = there(tile);
    const fills = tile.field ?? field;
    const other = fills !== "topic" && tokens.find((token) => token.field === fills);
    if (same) counter.type(withoutToken(line, same));
    else if (other) counter.type(withInstead(line, other, tile.word));
    else counter.type(withWord(line, tile.word));
    // With the mouse, Enter comes next; with Tab and Space, the next tile; with a finger, no keyboard is wanted.
    if (event.detail > 0 && !matchMedia("(pointer: coarse)").matches) document.getElementById("line")?.focus();
  };
  if (tiles.length === 0) return null;
  return html`<div class="group" role="group" aria-label=${name}>
    <h3 class="group-name" aria-hidden="true">${name}</h3>
    <div class="group-tiles">
      ${tiles.map((tile) => html`<button type="button" key=${tile.word} class="tile" aria-pressed=${String(chosen(tile))} onClick=${(/** @type {MouseEvent} */ event) => touch(tile, event)}>
        ${field === "origin" || field === "party" ? html`<b>${tile.word}</b>${tile.name && html` <span>${tile.name}</span>`}` : tile.name}
      </button>`)}
    </div>
  </div>`;
}
