/**
 * Can this screen print? The desk's computer can; a kiosk in the street can't. `?print=1` once, remembered afterwards, as for
 * `?screen=`; `?print=0` takes it back.
 */

const KEPT_AS = "vitrine.print";

export function canPrint() {
  const asked = new URLSearchParams(location.search).get("print");
  try {
    if (asked !== null) localStorage.setItem(KEPT_AS, asked);
    return localStorage.getItem(KEPT_AS) === "1";
  } catch {
    return asked === "1"; // storage is refused: the address alone tells
  }
}
