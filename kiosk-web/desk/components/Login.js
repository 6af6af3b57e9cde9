import { html, useRef, useState } from "../../vendor/preact-htm.js";
import { Away } from "../server.js";
import { useDesk } from "./context.js";

/** Who is at the desk. What was typed and what waits is there afterwards. */
export function Login() {
  const { counter, state, t } = useDesk();
  const secret = useRef(/** @type {?HTMLInputElement} */ (null));
  const [user, setUser] = useState(state.user ?? "");
  const [password, setPassword] = useState("");
  const [trouble, setTrouble] = useState("");
  const [asking, setAsking] = useState(false);

  const enter = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (asking) return;
    setAsking(true);
    setTrouble("");
    try {
      await counter.login(user.trim(), password);
    } catch (error) {
      setTrouble(error instanceof Away ? t("login.away") : [error.message, error.hint].filter(Boolean).join(" "));
      secret.current?.focus();
      secret.current?.select();
    } finally {
      setAsking(false);
    }
  };

  return html`<form class="login-form" onSubmit=${enter}>
    <label>${t("login.user")}<input class="field" name="user" autocomplete="username" autocapitalize="none" spellcheck=${false} required value=${user} onInput=${(/** @type {any} */ event) => setUser(event.target.value)} autofocus=${!state.user} /></label>
    <label>${t("login.password")}<input ref=${secret} class="field" name="password" type="password" autocomplete="current-password" required value=${password} onInput=${(/** @type {any} */ event) => setPassword(event.target.value)} autofocus=${Boolean(state.user)} aria-describedby="login-trouble" /></label>
    <p id="login-trouble" class="login-trouble" role="alert">${trouble}</p>
    <button class="button button-main" aria-disabled=${asking ? "true" : undefined}>${t(asking ? "login.asking" : "login.enter")}</button>
  </form>`;
}
