/**
 * Cents out of what somebody typed: `12`, `12,5`, `1 200.50`.
 * @param {string} text
 * @returns {?number} null when it is no amount
 */
export function cents(text) {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f€]/g, ""));
  return found && Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

/**
 * Hundredths of a percent out of what somebody typed: `10`, `2,5`, `10 %`.
 * @param {string} text
 */
export const percent = (text) => cents(text.replace("%", ""));

/**
 * An amount as people read it, always with its cents: `12,50 €`.
 * @param {any} state
 * @param {number} amount - cents
 */
export function euros({ words, till }, amount) {
  return words.number(amount / 100, { style: "currency", currency: till?.currency ?? "EUR" });
}
