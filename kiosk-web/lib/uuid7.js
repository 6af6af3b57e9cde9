let last = 0;
let count = 0;

/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, 12 that count on within one (6.2, method 1), then chance. Sorting by id
 * sorts by time, and by order within a millisecond.
 * `crypto.randomUUID` is not used: it is missing on tablets that reach the office over plain http.
 *
 * @param {number} [now] - milliseconds since 1970
 * @returns {string}
 */
export function uuid7(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // From the lower half on there is room for 2048 more, which nobody makes in a millisecond.
  count = now === last ? count + 1 : (bytes[6] << 8 | bytes[7]) & 0x7ff;
  last = now;
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  bytes[6] = 0x70 | (count >> 8 & 0x0f);
  bytes[7] = count & 0xff;
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
