// Toasts and alerts: how answers to button presses are shown.

import { byId, el } from "./dom.js";
import { texts } from "./texts.js";

const TOAST_MS = 3500;

export function toast(text) {
  const element = el("div", { class: "toast" }, text);
  byId("toasts").append(element);
  setTimeout(() => element.remove(), TOAST_MS);
}

export function alert(title, text) {
  byId("alert-title").textContent = title;
  byId("alert-text").textContent = text;
  byId("alert-ok").textContent = texts.ok;
  const dialog = byId("alert");
  if (dialog.open) dialog.close();
  dialog.showModal();
}
