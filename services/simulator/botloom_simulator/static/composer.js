// The line at the bottom: text, commands, and the bot's reply keyboard.

import { byId, el } from "./dom.js";
import { replyRows } from "./reply_keyboard.js";
import { language, texts } from "./texts.js";

const LINES = 6;

export class Composer {
  #send;
  #pressKey;
  #commands = [];
  #keyboard = null;

  /** `send(text)` and `pressKey(text)` tell whether it went. */
  constructor(send, pressKey) {
    this.#send = send;
    this.#pressKey = pressKey;
    const text = byId("text");
    text.placeholder = texts.message;
    text.setAttribute("aria-label", texts.message);
    byId("send").setAttribute("aria-label", texts.send);
    byId("commands-label").textContent = texts.menu;
    byId("keyboard").setAttribute("aria-label", texts.keyboard);
    byId("keyboard-button").setAttribute("aria-label", texts.keyboard);
    byId("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#submit();
      } else if (event.key === "Escape") this.#suggest([]);
      else if (event.key === "ArrowUp" && !byId("suggestions").hidden) {
        event.preventDefault();
        byId("suggestions").querySelector("li:last-child button")?.focus();
      }
    });
    text.addEventListener("input", () => {
      this.#fit();
      this.#suggestFor(text.value);
    });
    byId("commands").addEventListener("click", () => {
      this.#suggest(byId("suggestions").hidden ? this.#commands : []);
      byId("suggestions").querySelector("button")?.focus();
    });
    byId("keyboard-button").addEventListener("click", () => this.#fold(!byId("keyboard").hidden));
    byId("suggestions").addEventListener("keydown", (event) => this.#move(event));
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".composer")) this.#suggest([]);
    });
  }

  setCommands(bot) {
    const own = bot.commands_by_language[language];
    this.#commands = own?.length ? own : bot.commands;
    byId("commands").hidden = this.#commands.length === 0;
  }

  setKeyboard(markup) {
    this.#keyboard = markup;
    const rows = replyRows(markup, (text) => this.#press(text));
    this.#keepFocus();
    byId("keyboard").replaceChildren(...rows);
    byId("text").placeholder = markup?.input_field_placeholder ?? texts.message;
    byId("keyboard-button").hidden = rows.length === 0;
    this.#fold(rows.length === 0);
    if (markup?.force_reply) byId("text").focus();
  }

  /** Put a text where the person writes, for them to go on with it. */
  write(text) {
    byId("text").value = text;
    byId("text").focus();
    this.#fit();
  }

  async #press(text) {
    const isOnce = this.#keyboard?.one_time_keyboard;
    await this.#pressKey(text);
    if (isOnce) this.#fold(true);
  }

  // A key that goes away leaves the focus to the text.
  #keepFocus() {
    if (byId("keyboard").querySelector(":focus-visible")) byId("text").focus();
  }

  #fold(isFolded) {
    if (isFolded) this.#keepFocus();
    byId("keyboard").hidden = isFolded;
    byId("keyboard-button").setAttribute("aria-expanded", String(!isFolded));
  }

  async #submit() {
    const text = byId("text");
    const value = text.value.trim();
    if (!value) return;
    text.value = "";
    this.#fit();
    this.#suggest([]);
    if (!(await this.#send(value))) {
      text.value = value;
      this.#fit();
    }
  }

  #suggestFor(value) {
    const typed = /^\/(\w*)$/.exec(value);
    this.#suggest(typed ? this.#commands.filter((c) => c.command.startsWith(typed[1])) : []);
  }

  #suggest(commands) {
    const list = byId("suggestions");
    list.hidden = commands.length === 0;
    list.replaceChildren(
      ...commands.map(({ command, description }) =>
        el(
          "li", { role: "presentation" },
          el(
            "button", { type: "button", role: "option", onclick: () => this.#pick(command) },
            el("b", {}, `/${command}`), el("span", {}, description),
          ),
        ),
      ),
    );
  }

  #pick(command) {
    this.#suggest([]);
    byId("text").value = "";
    byId("text").focus();
    this.#send(`/${command}`);
  }

  #move(event) {
    const item = event.target.closest("li");
    if (event.key === "Escape") {
      this.#suggest([]);
      byId("text").focus();
    } else if (item && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? item.nextElementSibling : item.previousElementSibling;
      (next?.querySelector("button") ?? byId("text")).focus();
    }
  }

  #fit() {
    const text = byId("text");
    text.style.height = "auto";
    const line = Number.parseFloat(getComputedStyle(text).lineHeight);
    text.style.height = `${Math.min(text.scrollHeight, line * LINES)}px`;
  }
}
