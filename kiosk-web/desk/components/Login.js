import { html, useRef, useState } from "../../vendor/preact-htm.js";
import { Away } from "../server.js";
import { useDesk } from "./context.js";

/** Who is at the desk. What was typed and what waits is there afterwards. */
export function Login() {
  const { counter, state, t } = useDesk();
  const form = useRef(/** @type {?HTMLFormElement} */ (null));
  const [trouble, setTrouble] = useState("");
  const [asking, setAsking] = useState(false);

  const enter = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.current?.elements.namedItem(name));
    if (asking) return;
    setAsking(true);
    setTrouble("");
    try {
      await counter.login(field("user").value.trim(), field("password").value);
    } catch (error) {
      setTrouble(error instanceof Away ? t("login.away") : [error.message, error.hint].filter(Boolean).join(" "));
      field("password").select();
      field("password").focus();
    } finally {
      setAsking(false);
    }
  };

  return html`<form ref=${form} class="login-form" onSubmit=${enter}>
    <label>${t("login.user")}<input class="field" name="user" autocomplete="username" autocapitalize="none" spellcheck=${false} required value=${state.user ?? ""} autofocus=${!state.user} /></label>
    <label>${t("login.password")}<input class="field" name="password" type="password" autocomplete="current-password" required autofocus=${Boolean(state.user)} aria-describedby="login-trouble" /></label>
    <p id="login-trouble" class="login-trouble" role="alert">${trouble}</p>
    <button class="button button-main" aria-disabled=${asking ? "true" : undefined}>${t(asking ? "login.asking" : "login.enter")}</button>
  </form>`;
}
