import { bestLanguage } from "../lib/i18n.js";
import { read, write } from "./stored.js";

const KEPT_AS = "vitrine.desk";
const LINE_KEPT_AS = "vitrine.desk.line";
const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const TILL = /^[A-Za-z0-9._-]{1,32}$/;

/** The languages that counsellors work in. */
export const LANGUAGES = ["fr", "en"];

/** What this device remembers: its desk's name (`?desk=` once) and its till's (`?till=`), how its people read, and what it needs to begin without the server. */
export class Preferences {
  constructor() {
    /** @type {{desk?: string, till?: string, lang?: string, contrast?: boolean, user?: string, role?: string, setting?: object, used?: import('./usual.js').Used}} */
    this.kept = read(localStorage, KEPT_AS) ?? {};
    const asked = new URLSearchParams(location.search);
    const [desk, till] = [asked.get("desk"), asked.get("till")];
    if (desk && NAME.test(desk)) this.keep({ desk });
    if (till && TILL.test(till)) this.keep({ till });
  }

  /** @param {Preferences["kept"]} changes */
  keep(changes) {
    this.kept = { ...this.kept, ...changes };
    write(localStorage, KEPT_AS, this.kept);
  }

  get desk() {
    return this.kept.desk ?? "comptoir";
  }

  get till() {
    return this.kept.till ?? "caisse";
  }

  get lang() {
    const best = this.kept.lang ?? bestLanguage(navigator.languages);
    return LANGUAGES.includes(best) ? best : LANGUAGES[0];
  }

  /** What was being typed when the page was loaded again. */
  get line() {
    return read(sessionStorage, LINE_KEPT_AS) ?? "";
  }

  set line(line) {
    write(sessionStorage, LINE_KEPT_AS, line);
  }
}
