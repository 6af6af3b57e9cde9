import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Trouble } from "../../components/Trouble/Trouble.js";

const STATEMENT = "/accessibility.html";

/** The statement that everybody can read at `/accessibility`, here within the screen: the same file, in French or else in English. */
export function Accessibility() {
  const { words } = useHere();
  const [page, setPage] = useState(/** @type {?Document | "away"} */ (null));
  const read = () =>
    fetch(STATEMENT)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((text) => setPage(new DOMParser().parseFromString(text, "text/html")))
      .catch(() => setPage("away"));
  useEffect(() => {
    read();
  }, []);
  if (page === "away") return html`<${Trouble} kind="away" title=${true} onRetry=${read} />`;
  const statement = page?.querySelector(`article[lang="${words.lang}"]`) ?? page?.querySelector("article[lang='en']");
  if (!statement) return html`<h1 class="loading" tabindex="-1">${words.t("loading")}</h1>`;
  const lang = statement.getAttribute("lang") ?? "en";
  const language = new Intl.DisplayNames(words.locale, { type: "language" }).of(lang) ?? lang;
  return html`<article class="statement">
    ${lang !== words.lang && html`<p>${words.t("place.fallback", { language })}</p>`}
    <div lang=${lang} dangerouslySetInnerHTML=${{ __html: statement.innerHTML }} />
  </article>`;
}
