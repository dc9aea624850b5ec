// Pressed inline buttons: each turns until its callback query is answered.

import * as api from "./api.js";
import { alert, toast } from "./dialogs.js";
import { texts } from "./texts.js";

const PATIENCE_MS = 20_000;

export class Presses {
  #chatId;
  #botName;
  #waiting = new Map();
  #early = new Map();

  constructor(chatId, botName) {
    this.#chatId = chatId;
    this.#botName = botName;
  }

  /** Whether this button waits for an answer: it must still turn when its message is drawn anew. */
  isWaiting(messageId, data) {
    return [...this.#waiting.values()].some((p) => p.messageId === messageId && p.data === data);
  }

  async press(messageId, data) {
    if (this.isWaiting(messageId, data)) return;
    const press = { messageId, data };
    const draft = Symbol("before the query has an id");
    this.#waiting.set(draft, press);
    this.#mark(press, true);
    try {
      const { callback_query_id: id } = await api.press(this.#chatId, messageId, data);
      this.#waiting.set(id, press);
      press.timer = setTimeout(() => this.#end(id, () => toast(texts.noAnswer)), PATIENCE_MS);
      // The answer may have come before the query's id did.
      const early = this.#early.get(id);
      if (early) this.answered(early);
    } catch (error) {
      toast(error.message);
    } finally {
      this.#waiting.delete(draft);
      if (!this.isWaiting(messageId, data)) this.#mark(press, false);
    }
  }

  answered(answer) {
    const id = answer.callback_query_id;
    if (!this.#waiting.has(id)) {
      this.#early.set(id, answer);
      return;
    }
    this.#early.delete(id);
    this.#end(id, () => {
      if (answer.text && answer.show_alert) alert(this.#botName, answer.text);
      else if (answer.text) toast(answer.text);
    });
  }

  #end(id, show) {
    const press = this.#waiting.get(id);
    if (!press) return;
    clearTimeout(press.timer);
    this.#waiting.delete(id);
    this.#mark(press, false);
    show();
  }

  #mark({ messageId, data }, isWaiting) {
    for (const button of document.querySelectorAll(`[data-message="${messageId}"] [data-press]`)) {
      if (button.dataset.press !== data) continue;
      button.classList.toggle("waiting", isWaiting);
      button.setAttribute("aria-busy", String(isWaiting));
    }
  }
}
