/**
 * A basket that isn't paid yet, and what it comes to in whole cents. The server reckons again and has the last word: an amount that it
 * doesn't agree with is refused, never changed.
 */
import { uuid7 } from "../../lib/uuid7.js";

/** @typedef {import('./till-server.js').Product} Product */
/** @typedef {import('./till-server.js').Discount} Discount */
/** @typedef {import('./till-server.js').OrderLine} Line */
/** @typedef {{id: string, lines: Line[], discount?: Discount}} Basket - its id becomes that of the sale: one basket can't be sold twice */
/** @typedef {{line: Line, index: number, product: ?Product, unit: number, off: number, total: number}} PricedLine */
/** @typedef {{lines: PricedLine[], sum: number, off: number, total: number, count: number}} Priced */

const MOST = 9_999;

/** @returns {Basket} */
export const emptyBasket = () => ({ id: uuid7(), lines: [] });

/**
 * One more of a product; a line with a discount of its own stays as it is.
 * @param {Basket} basket
 * @param {string} code
 */
export function withProduct(basket, code) {
  const same = basket.lines.findIndex(({ product, discount }) => product === code && !discount);
  if (same < 0) return { ...basket, lines: [...basket.lines, { product: code, quantity: 1 }] };
  return withQuantity(basket, same, basket.lines[same].quantity + 1);
}

/**
 * @param {Basket} basket
 * @param {number} index
 * @param {number} quantity - 0 takes the line out
 */
export function withQuantity(basket, index, quantity) {
  if (quantity < 1) return { ...basket, lines: basket.lines.filter((_, at) => at !== index) };
  return withLine(basket, index, { quantity: Math.min(quantity, MOST) });
}

/**
 * @param {Basket} basket
 * @param {number} index
 * @param {Partial<Line>} changes
 */
export function withLine(basket, index, changes) {
  return { ...basket, lines: basket.lines.map((line, at) => (at === index ? { ...line, ...changes } : line)) };
}

/**
 * @param {number} amount
 * @param {Discount} [discount]
 */
function taken(amount, discount) {
  if (!discount) return 0;
  if (discount.percent === undefined) return discount.amount ?? 0;
  return Math.floor((amount * discount.percent * 2 + 10_000) / 20_000); // half up
}

/**
 * @param {Basket} basket
 * @param {Product[]} products
 * @returns {Priced}
 */
export function priced(basket, products) {
  const lines = basket.lines.map((line, index) => {
    const product = products.find(({ code }) => code === line.product) ?? null;
    const unit = product?.price ?? 0;
    const off = taken(unit * line.quantity, line.discount);
    return { line, index, product, unit, off, total: unit * line.quantity - off };
  });
  const sum = lines.reduce((all, { total }) => all + total, 0);
  const off = taken(sum, basket.discount);
  return { lines, sum, off, total: sum - off, count: basket.lines.reduce((all, { quantity }) => all + quantity, 0) };
}

/**
 * The basket without the amounts that are more than what they are taken off: fewer are bought than when they were given.
 * @param {Basket} basket
 * @param {Product[]} products
 * @returns {Basket} the same one when all of it fits
 */
export function fitting(basket, products) {
  const over = (/** @type {Discount | undefined} */ discount, /** @type {number} */ most) => (discount?.amount ?? 0) > most;
  const index = priced(basket, products).lines.findIndex(({ line, product, unit }) => product && over(line.discount, unit * line.quantity));
  if (index >= 0) return fitting(withLine(basket, index, { discount: undefined }), products);
  return over(basket.discount, priced(basket, products).sum) ? { ...basket, discount: undefined } : basket;
}

/**
 * The product that a scanner or a person means: by its barcode or its code.
 * @param {Product[]} products
 * @param {string} typed
 */
export function meant(products, typed) {
  const text = typed.trim().toLowerCase();
  return products.find(({ barcode }) => barcode?.toLowerCase() === text) ?? products.find(({ code }) => code === text) ?? null;
}
