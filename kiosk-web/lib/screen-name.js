const KEPT_AS = "vitrine.screen";

/** Which screen this is: `?screen=` once, remembered afterwards. */
export function screenName() {
  const asked = new URLSearchParams(location.search).get("screen");
  try {
    if (asked && /^[A-Za-z0-9._-]{1,64}$/.test(asked)) localStorage.setItem(KEPT_AS, asked);
    return localStorage.getItem(KEPT_AS) ?? "ecran-1";
  } catch {
    return asked ?? "ecran-1"; // storage is refused: the address alone tells
  }
}
