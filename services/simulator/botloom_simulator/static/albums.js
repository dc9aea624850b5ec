// Albums: messages with one `media_group_id` stand together in a grid.

import { FILLING, kindOf } from "./contents.js";
import { el } from "./dom.js";
import { bubble, isOwn, messageElement, sender } from "./messages.js";

/** Put a message at the end of the list, into the last album where it belongs to it. */
export function append(list, message, actions) {
  if (!message.media_group_id) {
    list.append(messageElement(message, actions));
    return;
  }
  let album = list.lastElementChild;
  if (album?.dataset.album !== message.media_group_id) {
    album = albumElement(message);
    list.append(album);
  }
  album.querySelector(".grid").append(tile(message, actions));
}

/** The element anew, in the form that its place has. */
export function redrawn(old, message, actions) {
  return old.closest(".grid") ? tile(message, actions) : messageElement(message, actions);
}

/** Take a message away, and its album with its last one. */
export function remove(item) {
  const album = item.closest("[data-album]");
  item.remove();
  if (album && !album.querySelector("[data-message]")) album.remove();
}

function albumElement(message) {
  const isVisual = FILLING.includes(kindOf(message));
  return el(
    "li",
    {
      class: `message ${isOwn(message) ? "own" : "theirs"}`, "data-album": message.media_group_id,
      "data-date": message.date,
    },
    el("div", { class: "block" }, sender(message), el("ul", { class: `grid${isVisual ? "" : " rows"}` })),
  );
}

function tile(message, actions) {
  return el("li", { class: "tile", "data-message": message.message_id }, bubble(message, actions));
}
