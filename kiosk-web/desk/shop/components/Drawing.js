import { html } from "../../../vendor/preact-htm.js";
import { plain } from "../../line.js";

/**
 * What a product looks like, when its name says what it is: drawn by the same hand as the places (docs/guide/illustrations.md), the sun
 * on the right. The first of its words that is known decides.
 * @type {[string[], () => object][]}
 */
const DRAWINGS = [
  [["postale", "postal", "postcard"], Postcard],
  [["plan", "map", "topo", "rando", "randonnee"], Folded],
  [["miel", "confiture", "tapenade", "honey", "jam", "terrine", "pate"], Jar],
  [["vin", "huile", "jus", "biere", "sirop", "wine", "oil", "liqueur", "bouteille"], Bottle],
  [["livre", "guide", "carnet", "book", "recueil"], Book],
  [["sac", "cabas", "bag", "tote"], Bag],
  [["bol", "tasse", "mug", "poterie", "cup"], Cup],
  [["savon", "soap"], Soap],
  [["visite", "billet", "entree", "balade", "ticket", "tour"], Admission],
];

/** @param {{product: import('../till-server.js').Product}} props */
export function Drawing({ product }) {
  return html`<svg class="drawing" viewBox="0 0 120 80" aria-hidden="true" focusable="false">${drawingOf(`${product.labels.fr} ${product.code}`)()}</svg>`;
}

/** @param {string} name */
function drawingOf(name) {
  for (const word of plain(name).split(/[^a-z]+/)) {
    const known = DRAWINGS.find(([names]) => names.some((one) => word === one || word === `${one}s`));
    if (known) return known[1];
  }
  return Parcel;
}

function Jar() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M20 72h52l-8 5H12z" />
    <path fill="#e0a63e" d="M42 30h36q6 6 6 13v23q0 8-8 8H44q-8 0-8-8V43q0-7 6-13Z" /><path fill="#c4832c" d="M42 30h9q-5 6-5 13v23q0 8 7 8h-9q-8 0-8-8V43q0-7 6-13Z" />
    <path fill="#fffaf0" d="M36 46h48v16H36z" /><path fill="#d6b27a" d="M46 52h26v4H46z" />
    <rect x="40" y="16" width="40" height="12" rx="3" fill="#b45d40" /><path fill="#cd7450" d="M52 16h25q3 0 3 3v6q0 3-3 3H52z" />`;
}

function Bottle() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M24 72h48l-8 5H16z" />
    <path fill="#6a4164" d="M54 6h12v18q0 4 5 8t5 12v26q0 4-4 4H48q-4 0-4-4V44q0-8 5-12t5-8Z" /><path fill="#7e2f4a" d="M60 6h6v18q0 4 5 8t5 12v26q0 4-4 4H58Z" />
    <path fill="#f7ecd6" d="M44 46h32v18H44z" /><path fill="#bf9058" d="M50 52h20v3H50zM54 58h12v2H54z" /><path fill="#bf9058" d="M53 4h14v8H53z" />`;
}

function Postcard() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M18 66l80 6-6 5-84-6z" />
    <g transform="rotate(-5 60 40)"><path fill="#fffaf0" d="M20 12h80v54H20z" /><path fill="#cfe6ea" d="M25 17h70v26H25z" /><path fill="#a3b193" d="M25 38q20-12 40-3t30-4v14H25z" />
    <path fill="#e5cb9c" d="M25 45h70v16H25z" /><path fill="#74a8a6" d="M25 53h70v8H25z" /><path fill="#bf9058" d="M33 53q0-8 7-8t7 8h6q0-8 7-8t7 8h6q0-8 7-8t7 8h8V42H25v11z" /><circle cx="84" cy="24" r="4" fill="#fffbe6" /></g>`;
}

function Folded() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M16 66h76l-8 9H8z" />
    <path fill="#e3cb8d" d="M18 18l22-6v54l-22 6z" /><path fill="#f0dcae" d="M40 12l22 6v54l-22-6z" /><path fill="#dbc07c" d="M62 18l22-6v54l-22 6z" /><path fill="#f0dcae" d="M84 12l20 6v54l-20-6z" />
    <path fill="#a5b092" d="M18 44l22-14v14l-22 16zM62 34l22-10v16l-22 8z" /><path fill="none" stroke="#74a8a6" stroke-width="5" d="M22 30q18 0 28 14t34 8 20 6" /><path fill="none" stroke="#b45d40" stroke-width="3" stroke-dasharray="6 5" stroke-linecap="round" d="M26 62q16-18 34-18t36-18" />`;
}

function Book() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M22 70h58l-10 7H14z" />
    <path fill="#56724d" d="M36 8h44q4 0 4 4v58H40q-6 0-6-6V12q0-4 2-4Z" /><path fill="#3f5a44" d="M36 8h8v56h-4q-6 0-6 6V12q0-4 2-4Z" /><path fill="#fffaf0" d="M40 64h44v6H40q-3 0-3-3t3-3Z" />
    <path fill="#f0cfa6" d="M52 20h24v14H52z" /><path fill="#a5b092" d="M52 40h24v4H52zM56 48h16v3H56z" />`;
}

function Bag() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M18 72h62l-10 5H10z" />
    <path fill="none" stroke="#bf9058" stroke-width="5" stroke-linecap="round" d="M46 32V18q0-10 14-10t14 10v14" />
    <path fill="#efdcb8" d="M34 28h52l5 42q0 4-4 4H33q-4 0-4-4z" /><path fill="#d6b27a" d="M34 28h10l-4 46h-7q-4 0-4-4z" />
    <path fill="#7e2f4a" d="M60 42a4 4 0 1 1 .1 0zM68 42a4 4 0 1 1 .1 0zM64 49a4 4 0 1 1 .1 0zM56 49a4 4 0 1 1 .1 0zM72 49a4 4 0 1 1 .1 0zM60 56a4 4 0 1 1 .1 0zM68 56a4 4 0 1 1 .1 0zM64 63a4 4 0 1 1 .1 0z" /><path fill="#99a262" d="M64 38q2-8 10-7-2 8-10 7z" />`;
}

function Cup() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M18 70h58l-10 7H10z" />
    <path fill="none" stroke="#548c90" stroke-width="7" d="M80 32h6q10 0 10 11t-10 11h-8" /><path fill="#74a8a6" d="M30 20h52v36q0 16-16 16H46q-16 0-16-16Z" /><path fill="#548c90" d="M30 20h12v36q0 16 12 16h-8q-16 0-16-16Z" />
    <path fill="#fffaf0" d="M30 34h52v6H30z" /><path fill="#a8cfc8" d="M30 16h52v8H30z" />`;
}

function Soap() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M14 66h74l-10 9H6z" />
    <path fill="#b9bb7c" d="M32 26h56q6 0 6 6v30q0 8-8 8H34q-8 0-8-8V32q0-6 6-6Z" /><path fill="#99a262" d="M32 26h10v36q0 8 6 8H34q-8 0-8-8V32q0-6 6-6Z" />
    <path fill="#fffaf0" d="M50 26h22v44H50z" /><path fill="#56724d" d="M61 40q8 2 6 14-8-2-6-14zM60 44q-7 2-5 12 7-2 5-12z" />`;
}

function Admission() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M14 64l82 4-8 7-82-5z" />
    <g transform="rotate(-6 60 40)"><path fill="#f0cfa6" d="M16 20h88v12a8 8 0 0 0 0 16v12H16V48a8 8 0 0 0 0-16z" /><path fill="#e3a184" d="M16 20h20v40H16V48a8 8 0 0 0 0-16z" />
    <path fill="none" stroke="#b45d40" stroke-width="2.5" stroke-dasharray="4 4" d="M78 22v36" /><path fill="#bf9058" d="M44 54V38q0-9 8-9t8 9v16h-5V40q0-5-3-5t-3 5v14zM64 54V38h6v16z" /></g>`;
}

function Parcel() {
  return html`<path fill="#4d3d63" opacity="0.18" d="M16 68h62l-10 8H8z" />
    <path fill="#e5cb9c" d="M30 26h60v42q0 4-4 4H34q-4 0-4-4z" /><path fill="#d6b27a" d="M30 26h14v46H34q-4 0-4-4z" /><path fill="#efdcb8" d="M26 18h68v12H26z" />
    <path fill="#cd7450" d="M55 18h12v54H55z" /><path fill="none" stroke="#b45d40" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M61 18q-16-2-16-9t16 9q16-16 16-9t-16 9" />`;
}
