// A text and its entities as elements. Offsets are UTF-16 code units, as JavaScript counts;
// entities never cross, they only contain each other, the outer one first.

import { el, link } from "./dom.js";
import { texts } from "./texts.js";

const SIMPLE = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code",
};

export function formatted(text, entities, onCommand) {
  const fragment = document.createDocumentFragment();
  append(fragment, text, entities ?? [], 0, text.length, onCommand);
  return fragment;
}

function append(parent, text, entities, start, end, onCommand) {
  let at = start;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const stop = entity.offset + entity.length;
    let next = i + 1;
    while (next < entities.length && entities[next].offset < stop) next += 1;
    parent.append(text.slice(at, entity.offset));
    const element = element_of(entity, text.slice(entity.offset, stop), onCommand);
    append(element.inner, text, entities.slice(i + 1, next), entity.offset, stop, onCommand);
    parent.append(element.outer);
    at = stop;
    i = next;
  }
  parent.append(text.slice(at, end));
}

function element_of(entity, text, onCommand) {
  const same = (element) => ({ outer: element, inner: element });
  if (SIMPLE[entity.type]) return same(el(SIMPLE[entity.type]));
  switch (entity.type) {
    case "pre": {
      const inner = el("code");
      const label = entity.language ? el("span", { class: "lang" }, entity.language) : null;
      return { outer: el("pre", {}, label, inner), inner };
    }
    case "text_link":
      return same(link(entity.url));
    case "url":
      return same(link(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`));
    case "email":
      return same(link(`mailto:${text}`));
    case "bot_command":
      return same(el("button", { class: "link", type: "button", onclick: () => onCommand(text) }));
    case "mention": case "hashtag": case "cashtag": case "text_mention": case "phone_number":
      return same(el("span", { class: "link" }));
    case "spoiler":
      return same(spoiler());
    case "blockquote":
      return same(el("blockquote"));
    case "expandable_blockquote":
      return same(
        el("blockquote", { class: "expandable", tabindex: "0", onclick: unfold, onkeydown: onEnter(unfold) }),
      );
    default:
      return same(el("span"));
  }
}

function spoiler() {
  const show = (event) => {
    const target = event.currentTarget;
    target.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) target.removeAttribute(name);
  };
  return el("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": texts.spoiler,
    onclick: show, onkeydown: onEnter(show),
  });
}

function unfold(event) {
  event.currentTarget.classList.toggle("unfolded");
}

function onEnter(action) {
  return (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      action(event);
    }
  };
}
