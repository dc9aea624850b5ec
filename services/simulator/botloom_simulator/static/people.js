// Who writes to the bot: this browser remembers its people; those of the server are offered too.

import * as api from "./api.js";
import { avatar, byId, el } from "./dom.js";
import { toast } from "./dialogs.js";
import { language, texts } from "./texts.js";

const STORE = "botloom-people";

export class People {
  #onChosen;
  #state = { current: null, people: {} };

  constructor(onChosen) {
    this.#onChosen = onChosen;
    try {
      this.#state = JSON.parse(localStorage.getItem(STORE)) ?? this.#state;
    } catch {
      // What another version left there is no reason not to start.
    }
    if (!this.#state.people?.[this.#state.current]) this.#add();
    byId("people-add").addEventListener("click", () => this.#choose(this.#add()));
    byId("profile-close").addEventListener("click", () => byId("people").close());
    byId("profile").addEventListener("submit", (event) => this.#save(event));
  }

  get current() {
    return this.#state.people[this.#state.current];
  }

  /** Tell the server who writes; it may have forgotten. */
  async introduce() {
    const { id, ...profile } = this.current;
    await api.writePerson(id, profile);
  }

  async open() {
    const dialog = byId("people");
    if (!dialog.open) dialog.showModal();
    await this.#draw();
  }

  async #draw() {
    const known = await api.chats().catch(() => []);
    const all = new Map(known.map((chat) => [chat.id, chat.person]));
    for (const person of Object.values(this.#state.people)) {
      if (!all.has(person.id)) all.set(person.id, person);
    }
    byId("people-list").replaceChildren(...[...all.values()].map((person) => this.#row(person)));
    const { first_name, last_name, username, language_code } = this.current;
    byId("first-name").value = first_name ?? "";
    byId("last-name").value = last_name ?? "";
    byId("username").value = username ?? "";
    byId("language").value = language_code ?? "";
  }

  #row(person) {
    const picture = el("span", { class: "avatar small", "aria-hidden": "true" });
    avatar(picture, person.id, person.first_name);
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    const isCurrent = person.id === this.current.id;
    return el(
      "li", {},
      el(
        "button",
        { type: "button", "aria-pressed": String(isCurrent), onclick: () => this.#choose(person) },
        picture, el("span", { class: "name" }, name), el("small", {}, String(person.id)),
      ),
    );
  }

  #add() {
    const count = Object.keys(this.#state.people).length;
    const person = {
      id: 100_000_000 + Math.floor(Math.random() * 900_000_000),
      first_name: texts.names[count % texts.names.length],
      language_code: language,
    };
    this.#keep(person);
    return person;
  }

  #keep({ id, first_name, last_name = null, username = null, language_code = null }) {
    this.#state.people[id] = { id, first_name, last_name, username, language_code };
    this.#state.current = id;
    localStorage.setItem(STORE, JSON.stringify(this.#state));
  }

  async #choose(person) {
    this.#keep(person);
    await this.#onChosen();
    await this.#draw();
  }

  async #save(event) {
    event.preventDefault();
    const value = (id) => byId(id).value.trim() || null;
    const person = {
      ...this.current,
      first_name: value("first-name"), last_name: value("last-name"),
      username: value("username"), language_code: value("language"),
    };
    try {
      const { id, ...profile } = person;
      await api.writePerson(id, profile);
    } catch (error) {
      toast(error.message);
      return;
    }
    this.#keep(person);
    byId("people").close();
  }
}
