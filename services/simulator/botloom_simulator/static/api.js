// The control API. A refusal is an Error with what the server says and its status.

let botId = null;

export function useBot(id) {
  botId = id;
}

function address(path) {
  const url = new URL(`api/${path}`, document.baseURI);
  if (botId !== null) url.searchParams.set("bot", botId);
  return url;
}

async function ask(method, path, body) {
  const response = await fetch(address(path), {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw Object.assign(new Error(answer.detail || response.statusText), { status: response.status });
  }
  return answer;
}

export const bots = () => ask("GET", "bots");
export const chats = () => ask("GET", "chats");
export const writePerson = (id, person) => ask("PUT", `chats/${id}`, person);
export const writeMessage = (id, message) => ask("POST", `chats/${id}/messages`, message);
export const pressKey = (id, text) => ask("POST", `chats/${id}/keyboard_presses`, { text });
export const press = (id, messageId, data) =>
  ask("POST", `chats/${id}/presses`, { message_id: messageId, callback_data: data });
export const setBlocked = (id, blocked) => ask("POST", `chats/${id}/${blocked ? "block" : "unblock"}`);
export const fileAddress = (fileId) => address(`files/${fileId}`).href;
export const watch = (id) => new EventSource(address(`chats/${id}/events`));
