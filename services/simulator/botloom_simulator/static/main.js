// The page: finds the bot, introduces the person, and shows the chat as it changes.

import { append, redrawn, remove } from "./albums.js";
import * as api from "./api.js";
import { setUpAttachMenu } from "./attach.js";
import { Composer } from "./composer.js";
import { alert as showAlert, toast } from "./dialogs.js";
import { avatar, byId, el } from "./dom.js";
import { dayElement, dayOf, failureElement, isOwn } from "./messages.js";
import { People } from "./people.js";
import { Presses } from "./presses.js";
import { language, say, texts } from "./texts.js";

const RETRY_MS = 1500;
const NEAR_PX = 120;
const STATUS = { typing: texts.typing, upload_photo: texts.uploading };

let bot = null;
let chosenBot = null;
let presses = null;
let source = null;
let typingTimer = 0;
let blocked = false;
let connection = 0;
let isFollowing = false;

const people = new People(connect);
const composer = new Composer(send, pressKey);
const list = byId("messages");
const actions = {
  command: send,
  press: (messageId, data) => presses.press(messageId, data),
  isWaiting: (messageId, data) => presses.isWaiting(messageId, data),
  startInline: (query) => composer.write(`@${bot.bot.username} ${query}`),
};

async function connect() {
  const mine = ++connection;
  source?.close();
  setStatus(texts.connecting);
  try {
    const bots = await api.bots();
    if (mine !== connection) return;
    bot = bots.find((b) => b.bot.id === chosenBot) ?? bots.find((b) => b.is_default) ?? null;
    if (!bot) return waitForBot(mine);
    api.useBot(bot.bot.id);
    showBot(bots);
    await people.introduce();
    if (mine !== connection) return;
    presses = new Presses(people.current.id, bot.bot.first_name);
    watch(mine);
  } catch {
    retry(mine);
  }
}

function retry(mine) {
  setTimeout(() => mine === connection && connect(), RETRY_MS);
}

function waitForBot(mine) {
  byId("app").classList.add("waiting");
  byId("bot-name").textContent = "Botloom";
  avatar(byId("bot-avatar"), 0, "B");
  setStatus(texts.connecting);
  list.replaceChildren();
  showEmpty(texts.waitingTitle, texts.waiting, `BOTLOOM_BOT_API_URL=${location.origin}`);
  retry(mine);
}

function watch(mine) {
  source = api.watch(people.current.id);
  const on = (kind, handler) =>
    source.addEventListener(kind, (event) => mine === connection && handler(JSON.parse(event.data)));
  on("snapshot", showChat);
  on("message", (message) => {
    addMessage(message);
    drawState();
  });
  on("edited", (message) => keepingBottom(() => redraw(message)));
  on("deleted", ({ message_id }) => {
    const item = messageItem(message_id);
    if (item) remove(item);
    drawState();
  });
  on("reply_keyboard", (markup) => keepingBottom(() => composer.setKeyboard(markup)));
  on("typing", showTyping);
  on("callback_answer", (answer) => presses.answered(answer));
  on("failure", (failure) => keepingBottom(() => list.append(failureElement(failure))));
  on("person", showPerson);
  on("blocked", (value) => {
    blocked = value;
    drawState();
  });
  source.onerror = () => {
    setStatus(texts.connecting);
    // The browser tries again by itself unless the server refused: then it knows the chat no more.
    if (source.readyState === EventSource.CLOSED) retry(mine);
  };
}

function showChat(chat) {
  byId("app").classList.remove("waiting");
  setStatus(texts.bot);
  list.replaceChildren();
  const failures = [...chat.failures];
  for (const message of chat.messages) {
    while (failures.length && failures[0].date < message.date) list.append(failureElement(failures.shift()));
    addMessage(message);
  }
  list.append(...failures.map(failureElement));
  showPerson(chat.person);
  composer.setKeyboard(chat.reply_keyboard);
  showTyping(chat.typing);
  blocked = chat.blocked;
  drawState();
  toBottom("instant");
}

function addMessage(message) {
  keepingBottom(() => {
    const last = list.lastElementChild;
    if (!last || dayOf(Number(last.dataset.date ?? 0)) !== dayOf(message.date)) {
      if (!last?.classList.contains("day")) list.append(dayElement(message.date));
    }
    append(list, message, actions);
  }, isOwn(message));
}

function redraw(message) {
  const old = messageItem(message.message_id);
  if (!old) return;
  const focused = old.querySelector(":focus-visible");
  const item = redrawn(old, message, actions);
  old.replaceWith(item);
  if (!focused) return;
  // Who pressed a button with the keyboard goes on from the same place.
  const keys = [...item.querySelectorAll(".key")];
  const same = keys.find((key) => key.dataset.press && key.dataset.press === focused.dataset.press);
  (same ?? keys[0] ?? byId("text")).focus();
}

const messageItem = (id) => list.querySelector(`[data-message="${id}"]`);

function showBot(bots) {
  const { id, first_name, username } = bot.bot;
  byId("bot-name").textContent = first_name;
  byId("bot-name").title = `@${username}`;
  document.title = first_name;
  avatar(byId("bot-avatar"), id, first_name);
  composer.setCommands(bot);
  byId("menu-bot").hidden = bots.length < 2;
  byId("bots").replaceChildren(
    ...bots.map((b) => el("option", { value: b.bot.id, selected: b === bot }, `@${b.bot.username}`)),
  );
}

function showPerson(person) {
  byId("person").replaceChildren(
    el("span", { class: "avatar small", "aria-hidden": "true" }), el("span", { class: "name" }, person.first_name),
  );
  avatar(byId("person").firstElementChild, person.id, person.first_name);
  byId("person").setAttribute("aria-label", say(texts.switchPerson, { name: person.first_name }));
}

function showTyping(typing) {
  clearTimeout(typingTimer);
  const left = typing ? typing.until * 1000 - Date.now() : 0;
  const isOn = left > 0;
  setStatus(isOn ? (STATUS[typing.action] ?? texts.busy) : texts.bot, isOn);
  if (isOn) typingTimer = setTimeout(() => setStatus(texts.bot), left);
}

function setStatus(text, isActive = false) {
  byId("bot-status").textContent = text;
  byId("bot-status").classList.toggle("active", isActive);
}

function showEmpty(title, ...lines) {
  byId("empty").hidden = false;
  byId("empty").replaceChildren(el("h2", {}, title), ...lines.map((line) => el("p", {}, line)));
}

function drawState() {
  const isEmpty = !list.querySelector(".message");
  if (isEmpty) showEmpty(texts.emptyTitle, texts.empty);
  byId("empty").hidden = !isEmpty;
  const action = byId("action");
  const wasFocused = action.matches(":focus-visible");
  action.hidden = !blocked && !isEmpty;
  byId("form").hidden = !action.hidden;
  if (wasFocused && action.hidden) byId("text").focus();
  action.textContent = blocked ? texts.unblock : texts.start;
  byId("composer").classList.toggle("folded", !action.hidden);
  byId("menu-block").textContent = blocked ? texts.unblockBot : texts.block;
}

function send(text) {
  return sendContent({ text });
}

function sendContent(message) {
  return attempt(() => api.writeMessage(people.current.id, message));
}

function pressKey(text) {
  return attempt(() => api.pressKey(people.current.id, text));
}

/** Whether it went; a refusal is shown. */
async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

async function setBlocked(value) {
  try {
    await api.setBlocked(people.current.id, value);
    if (value) showAlert(bot.bot.first_name, texts.blocked);
  } catch (error) {
    toast(error.message);
  }
}

const distance = () => byId("chat").scrollHeight - byId("chat").scrollTop - byId("chat").clientHeight;

function keepingBottom(change, always = false) {
  const isNear = always || isFollowing || distance() < NEAR_PX;
  change();
  if (isNear) toBottom();
}

// On the way down smoothly, the end is far away for a moment, and yet it is where the person is.
function toBottom(behavior = "smooth") {
  isFollowing = true;
  requestAnimationFrame(() => {
    // A scrolling before this one may have ended in between.
    isFollowing = true;
    byId("chat").scrollTo({ top: byId("chat").scrollHeight, behavior });
  });
}

function label() {
  document.documentElement.lang = language;
  list.setAttribute("aria-label", texts.messages);
  byId("menu-button").setAttribute("aria-label", texts.more);
  byId("down").setAttribute("aria-label", texts.down);
  const words = {
    "menu-people": "people", "menu-bot-label": "whichBot", "people-title": "peopleHint", "people-add": "add",
    "profile-title": "profile", "label-first": "first", "label-last": "last", "label-username": "username",
    "label-language": "language", "profile-close": "close", "profile-save": "save",
  };
  for (const [id, word] of Object.entries(words)) byId(id).textContent = texts[word];
}

byId("person").addEventListener("click", () => people.open());
byId("menu-people").addEventListener("click", () => {
  byId("menu").hidePopover();
  people.open();
});
byId("menu-block").addEventListener("click", () => {
  byId("menu").hidePopover();
  setBlocked(!blocked);
});
byId("bots").addEventListener("change", (event) => {
  chosenBot = Number(event.target.value);
  byId("menu").hidePopover();
  connect();
});
byId("action").addEventListener("click", () => (blocked ? setBlocked(false) : send("/start")));
byId("down").addEventListener("click", () => toBottom());
byId("chat").addEventListener("scroll", () => (byId("down").hidden = distance() < NEAR_PX), { passive: true });
for (const end of ["scrollend", "wheel", "touchmove"]) {
  byId("chat").addEventListener(end, () => (isFollowing = false), { passive: true });
}
// A photo that arrives late makes its message taller.
list.addEventListener("load", () => (isFollowing || distance() < NEAR_PX * 4) && toBottom("instant"), true);

label();
setUpAttachMenu(sendContent);
connect();
