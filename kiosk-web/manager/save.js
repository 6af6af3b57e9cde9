/**
 * Charts as files, for a report or a spreadsheet. What is saved leaves the office: it is asked for again with its small counts hidden.
 */
import { html, render } from "../vendor/preact-htm.js";
import { CHARTS } from "./charts/charts.js";
import { change, height, sentence, told } from "./figures.js";
import { periodName } from "./names.js";

const WIDTH = 1000;
const MARGIN = 32;
const SCALE = 2; // of a picture in pixels: sharp when it is printed
const BYTE_ORDER_MARK = "\uFEFF"; // without it French spreadsheets take UTF-8 for something else
const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-weight"];

/**
 * @param {"png" | "svg" | "csv"} form
 * @param {import('./board.js').Board} board
 * @param {import('./pages.js').Panel} panel
 * @param {import('./server.js').Answer} answer
 */
export async function save(form, board, panel, { question }) {
  const { words, catalogue } = board.state;
  try {
    const [answer] = await board.server.answers([question], { publish: true });
    const name = `${answer.measure}-${answer.breakdown}-${answer.period.text.replace("..", "-")}`;
    if (form === "csv") return offer(new Blob([BYTE_ORDER_MARK + csv(answer, words, catalogue)], { type: "text/csv" }), `${name}.csv`);
    const title = `${words.t(`panel.${panel.id}`)}, ${periodName(answer.period.text, catalogue, words)}`;
    const drawing = await draw(panel, answer, title, words, catalogue.currency);
    const svg = new XMLSerializer().serializeToString(drawing);
    if (form === "svg") return offer(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
    offer(await pixels(svg, drawing), `${name}.png`);
  } catch (error) {
    board.failed(error);
  }
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Values as numbers, with the decimal sign of the language; what isn't a number in words.
 * @param {import('./server.js').Answer} answer
 * @param {import('../lib/i18n.js').Translator} words
 * @param {import('./server.js').Catalogue} catalogue
 */
function csv(answer, words, catalogue) {
  const isFrench = words.lang === "fr";
  const field = (/** @type {string} */ text) => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const decimal = (/** @type {number} */ number) => (isFrench ? String(number).replace(".", ",") : String(number));
  const number = (/** @type {import('./server.js').Cell} */ cell) => {
    const counted = height(answer, cell);
    if (counted === null) return told(answer, cell, words, catalogue.currency);
    return decimal(answer.unit === "cents" && answer.form !== "share" ? counted / 100 : counted);
  };
  const compared = answer.columns.length > 1;
  const line = (/** @type {string} */ code, /** @type {string} */ name, /** @type {import('./server.js').Cell[]} */ [now, before]) => [code, name, number(now), ...(compared ? [number(before), change(now, words)] : []), now.n == null ? "" : String(now.n)];
  const lines = [
    [answer.breakdown ?? "", answer.name, ...answer.columns, ...(compared ? [words.t("table.change")] : []), "n"],
    ...answer.rows.map(({ value, name, cells }) => line(value, name, cells)),
    line("", words.t("table.total"), answer.total),
    [],
    [answer.question],
    [answer.footnote],
    [words.t("save.hidden")],
  ];
  return lines.map((fields) => fields.map(field).join(isFrench ? ";" : ",")).join("\r\n") + "\r\n";
}

/**
 * A chart as a picture that stands alone: its title, its colours, its letters and what must be said under it.
 * @param {import('./pages.js').Panel} panel
 * @param {import('./server.js').Answer} answer
 * @param {string} title
 * @param {import('../lib/i18n.js').Translator} words
 * @param {string} currency
 * @returns {Promise<SVGSVGElement>}
 */
async function draw(panel, answer, title, words, currency) {
  const workshop = document.createElement("div");
  workshop.className = "workshop";
  document.body.append(workshop);
  try {
    const chart = { answer, words, currency, width: WIDTH - 2 * MARGIN, most: panel.most, onRead: (/** @type {import('./server.js').Row} */ row) => sentence(answer, row, words, currency) };
    render(html`<${CHARTS[panel.chart]} ...${chart} />`, workshop);
    const svg = /** @type {SVGSVGElement} */ (workshop.querySelector("svg"));
    const inner = /** @type {SVGSVGElement} */ (plain(svg));
    const tall = Number(svg.getAttribute("height"));
    const compared = answer.compared ? words.t("legend.before", { name: answer.compared.name }) : "";
    const { color, backgroundColor } = getComputedStyle(workshop);
    const outer = /** @type {SVGSVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", "svg"));
    const high = tall + 4 * MARGIN + 40;
    for (const [name, value] of Object.entries({ width: WIDTH, height: high, viewBox: `0 0 ${WIDTH} ${high}`, "font-family": "Atkinson Hyperlegible, sans-serif" })) outer.setAttribute(name, String(value));
    const add = (/** @type {string} */ tag, /** @type {Object<string, string | number>} */ attributes, text = "") => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
      element.textContent = text;
      outer.append(element);
    };
    add("style", {}, await faces());
    add("rect", { width: WIDTH, height: high, fill: backgroundColor });
    add("text", { x: MARGIN, y: MARGIN + 24, "font-size": 28, "font-weight": 700, fill: color }, title);
    add("text", { x: MARGIN, y: MARGIN + 52, "font-size": 17, fill: color }, [answer.name, compared].filter(Boolean).join(" · "));
    inner.setAttribute("x", String(MARGIN));
    inner.setAttribute("y", String(MARGIN + 70));
    outer.append(inner);
    add("text", { x: MARGIN, y: high - MARGIN, "font-size": 15, fill: color }, answer.footnote);
    return outer;
  } finally {
    render(null, workshop);
    workshop.remove();
  }
}

/**
 * A copy whose colours don't need the page's style sheets, and that nobody can touch.
 * @param {Element} element
 * @returns {Element}
 */
function plain(element) {
  const copy = /** @type {Element} */ (element.cloneNode(false));
  for (const name of ["class", "tabindex", "role", "data-mark"]) copy.removeAttribute(name);
  const style = getComputedStyle(element);
  if (style.display === "none") return document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const name of STYLES) if (element.localName !== "svg") copy.setAttribute(name, style.getPropertyValue(name));
  for (const child of element.childNodes) copy.append(child instanceof Element ? plain(child) : child.cloneNode());
  return copy;
}

/** The typeface itself: a picture can't ask for it. */
async function faces() {
  const all = await Promise.all([["regular", 400], ["bold", 700]].map(async ([face, weight]) => {
    const bytes = new Uint8Array(await (await fetch(`/vendor/atkinson-${face}.woff2`)).arrayBuffer());
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return `@font-face{font-family:"Atkinson Hyperlegible";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(letters)})}`;
  }));
  return all.join("");
}

/**
 * @param {string} svg
 * @param {SVGSVGElement} drawing
 * @returns {Promise<Blob>}
 */
async function pixels(svg, drawing) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Number(drawing.getAttribute("width")) * SCALE;
  canvas.height = Number(drawing.getAttribute("height")) * SCALE;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
