/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then chance. Sorting by id sorts by time.
 * `crypto.randomUUID` is not used: it is missing on tablets that reach the office over plain http.
 *
 * @param {number} [now] - milliseconds since 1970
 * @returns {string}
 */
export function uuid7(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
