/**
 * What there is to read on the page, sentence by sentence, as it is written there: each with its language and where it stands.
 * Elements to read are marked `data-aloud`; its paragraphs are read one by one.
 *
 * @typedef {{text: string, lang: string, range: Range}} Spot
 * @param {ParentNode} page
 * @param {(lang: string) => boolean} spoken - what no voice can speak is left out
 * @returns {Spot[]}
 */
export function sentencesOf(page, spoken) {
  return [...page.querySelectorAll("[data-aloud]")]
    .flatMap((element) => {
      const blocks = element.querySelectorAll("p, li, h3, h4");
      return blocks.length > 0 ? [...blocks].filter((block) => !block.querySelector("p, li")) : [element];
    })
    .flatMap((block) => {
      const lang = (block.querySelector("[lang]") ?? block).closest("[lang]")?.getAttribute("lang") ?? "";
      return spoken(lang) ? split(block, lang) : [];
    });
}

/**
 * @param {Element} block
 * @param {string} lang
 * @returns {Spot[]}
 */
function split(block, lang) {
  const nodes = textNodes(block);
  const whole = nodes.map(({ node, gap }) => gap + node.data).join("");
  const cut = [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(whole)];
  return cut
    .filter(({ segment }) => segment.trim())
    .map(({ segment, index }) => {
      const range = document.createRange();
      const from = index + segment.length - segment.trimStart().length;
      range.setStart(.../** @type {const} */ (locate(nodes, from)));
      range.setEnd(.../** @type {const} */ (locate(nodes, index + segment.trimEnd().length)));
      return { text: segment.trim(), lang, range };
    });
}

/**
 * The name of a fact, its value and its details stand apart on the page: they are read with a breath between them.
 * @param {Element} block
 */
function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {{node: Text, gap: string}[]} */
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    if (!text.data.trim()) continue;
    const apart = nodes.length > 0 && text.parentElement?.closest("dt, dd");
    nodes.push({ node: text, gap: apart ? ", " : "" });
  }
  return nodes;
}

/**
 * @param {{node: Text, gap: string}[]} nodes
 * @param {number} offset - in all of their text
 * @returns {[Text, number]}
 */
function locate(nodes, offset) {
  let start = 0;
  for (const { node, gap } of nodes) {
    const end = start + gap.length + node.length;
    if (offset <= end) return [node, Math.max(0, offset - start - gap.length)];
    start = end;
  }
  const last = /** @type {{node: Text}} */ (nodes.at(-1)).node;
  return [last, last.length];
}
