/** How a total is paid: sums handed over, what is left, what is given back. */

/** @typedef {import('./till-server.js').Method} Method */
/** @typedef {{method: Method, amount: number}} Tender */

/** @type {Method[]} */
export const METHODS = ["cash", "card", "cheque", "holiday-voucher", "gift-voucher", "transfer"];
export const NOTES = [500, 1_000, 2_000, 5_000];
const MOST = 1_000_000; // a scanner that types into the amount means no sum of money

/**
 * @param {Tender[]} tenders
 * @param {number} total
 */
export function balance(tenders, total) {
  const given = tenders.reduce((all, { amount }) => all + amount, 0);
  return { left: Math.max(0, total - given), change: Math.max(0, given - total) };
}

/**
 * The tenders with one more sum; what was handed over in the same way adds up.
 * @param {Tender[]} tenders
 * @param {Tender} tender
 */
export function withTender(tenders, { method, amount }) {
  const same = tenders.find((one) => one.method === method);
  if (!same) return [...tenders, { method, amount }];
  return tenders.map((one) => (one === same ? { method, amount: one.amount + amount } : one));
}

/**
 * Why a sum can't be taken: the name of a text, or null.
 * @param {Tender[]} tenders
 * @param {Tender} tender
 * @param {number} total
 * @param {Method[]} changeOn - vouchers that change is given on
 */
export function problem(tenders, { method, amount }, total, changeOn) {
  const { left } = balance(tenders, total);
  if (amount > MOST) return "shop.pay.tooMuch";
  if (left === 0) return "shop.pay.enough";
  if (amount > left && method !== "cash" && !changeOn.includes(method)) return "shop.pay.noChange";
  return null;
}
