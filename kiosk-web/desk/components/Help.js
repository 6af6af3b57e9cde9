import { html } from "../../vendor/preact-htm.js";
import { Box } from "./Box.js";
import { useDesk } from "./context.js";

const EXAMPLES = ["34 2+2 famille rando caveau", "nl 2 couple vv en:", "30250 1 resident agenda", "tel be ? heb @14:30"];
const WORDS = [
  ["2   2+2   2a1e   g25   ?", "help.party"],
  ["34   2A   974   30250", "help.departement"],
  ["nl   uk   be   allemagne", "help.country"],
  ["famille   couple   seniors", "help.profile"],
  ["rando   vv   caveau", "help.topic"],
  ["tel   mail   courrier   salon", "help.channel"],
  ["en:   en-anglais   lang=en", "help.language"],
  ["nuit   journee   resident", "help.stay"],
  ["1ere   deja", "help.first"],
  ["<2   2-5   5-15   >15   10min", "help.duration"],
  ["@14:30   @hier   @2026-07-14T10:05", "help.when"],
];
const KEYS = [
  ["Entrée", "help.enter"],
  ["Tab   ↑   ↓", "help.complete"],
  ["↑", "help.last"],
  ["Ctrl+Z", "help.undo"],
  ["Échap", "help.escape"],
  ["F1", "help.help"],
];

/** Examples first. */
export function Help() {
  const { counter, state, t } = useDesk();
  const rows = (/** @type {string[][]} */ table) =>
    table.map(([what, path]) => html`<div><dt>${what.split(/ {3}/).map((one, index) => html`${index > 0 && " "}<code>${keyName(one, state.words.lang)}</code>`)}</dt><dd>${t(path)}</dd></div>`);
  return html`<${Box} title=${t("help.title")} onClose=${() => counter.update({ dialog: null })}>
    <div class="help" tabindex="0" role="region" aria-label=${t("help.title")}>
      <h3>${t("help.examples")}</h3>
      <ul class="help-examples">${EXAMPLES.map((line) => html`<li><code>${line}</code></li>`)}</ul>
      <p>${t("help.any")}</p>
      <dl class="help-rows">${rows(WORDS)}</dl>
      <h3>${t("help.keys")}</h3>
      <dl class="help-rows">${rows(KEYS)}</dl>
      <p>${t("help.nothingLost")}</p>
    </div>
  <//>`;
}

/** What is written on the key. @param {string} name @param {string} lang */
const keyName = (name, lang) => (lang === "fr" ? name : ({ Entrée: "Enter", Échap: "Esc" }[name] ?? name));
