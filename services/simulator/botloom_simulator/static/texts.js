// What the page says, in the language of the browser.

const TEXTS = {
  en: {
    bot: "bot", typing: "typing…", uploading: "sending a photo…", busy: "working…",
    connecting: "connecting…", waitingTitle: "No bot yet",
    waiting: "Start a bot with this server as its Bot API server. The chat opens as soon as the bot calls.",
    emptyTitle: "What can this bot do?", empty: "Press START, and the bot gets /start from you.",
    start: "START", unblock: "UNBLOCK", blocked: "You have blocked this bot.",
    message: "Message", send: "Send", menu: "Menu", more: "More", keyboard: "Buttons of the bot",
    people: "People", peopleHint: "Who writes to the bot", add: "Add a person", profile: "Profile",
    first: "First name", last: "Last name", username: "User name", language: "Language code",
    save: "Save", close: "Close", block: "Block the bot", unblockBot: "Unblock the bot",
    whichBot: "Bot", edited: "edited", photo: "Photo", noPhoto: "The photo can't be shown",
    noAnswer: "The bot did not answer the button", ok: "OK", copied: "Copied: {text}",
    notHere: "The simulator does not have this kind of button", opened: "opens in a new tab",
    refused: "Telegram refused {method}", messages: "Messages", down: "To the newest message",
    switchPerson: "Person: {name}. Choose or rename", you: "You", names: ["Ann", "Ben", "Clara", "David", "Emma"],
    spoiler: "Hidden; press to show", attach: "Attach", file: "A file of mine…", tooBig: "The file is larger than 8 MB",
    video: "Video", animation: "GIF", document: "Document", audio: "Audio", voice: "Voice message",
    videoNote: "Video message", video_note: "Video message", sticker: "Sticker", contact: "Contact", location: "Location",
    venue: "Place", poll: "Poll", quiz: "Quiz", dice: "Dice", anonymous: "Anonymous {kind}", replyTo: "In reply to",
    forwarded: "Forwarded from {name}", isProtected: "Protected: not to be forwarded or saved",
    switched: "Telegram would now let you choose a chat, and write there: {query}",
  },
  ru: {
    bot: "бот", typing: "печатает…", uploading: "отправляет фото…", busy: "работает…",
    connecting: "соединение…", waitingTitle: "Пока нет ни одного бота",
    waiting: "Запустите бота, указав этот сервер как сервер Bot API. Чат откроется, как только бот обратится к нему.",
    emptyTitle: "Что умеет этот бот?", empty: "Нажмите СТАРТ, и бот получит от вас /start.",
    start: "СТАРТ", unblock: "РАЗБЛОКИРОВАТЬ", blocked: "Вы заблокировали этого бота.",
    message: "Сообщение", send: "Отправить", menu: "Меню", more: "Ещё", keyboard: "Кнопки бота",
    people: "Люди", peopleHint: "Кто пишет боту", add: "Добавить человека", profile: "Профиль",
    first: "Имя", last: "Фамилия", username: "Имя пользователя", language: "Код языка",
    save: "Сохранить", close: "Закрыть", block: "Заблокировать бота", unblockBot: "Разблокировать бота",
    whichBot: "Бот", edited: "изменено", photo: "Фото", noPhoto: "Фото не открывается",
    noAnswer: "Бот не ответил на нажатие", ok: "ОК", copied: "Скопировано: {text}",
    notHere: "Таких кнопок в симуляторе нет", opened: "откроется в новой вкладке",
    refused: "Telegram отказал: {method}", messages: "Сообщения", down: "К последнему сообщению",
    switchPerson: "Человек: {name}. Выбрать или переименовать", you: "Вы", names: ["Анна", "Борис", "Вера", "Глеб", "Дина"],
    spoiler: "Скрыто, нажмите, чтобы показать", attach: "Прикрепить", file: "Мой файл…", tooBig: "Файл больше 8 МБ",
    video: "Видео", animation: "GIF", document: "Документ", audio: "Аудио", voice: "Голосовое сообщение",
    videoNote: "Видеосообщение", video_note: "Видеосообщение", sticker: "Стикер", contact: "Контакт", location: "Геопозиция",
    venue: "Место", poll: "Опрос", quiz: "Викторина", dice: "Кубик", anonymous: "{kind}, анонимно", replyTo: "В ответ на",
    forwarded: "Переслано от {name}", isProtected: "Защищено от пересылки и сохранения",
    switched: "Telegram предложил бы выбрать чат и написал бы там: {query}",
  },
};

export const language = (navigator.language || "en").toLowerCase().startsWith("ru") ? "ru" : "en";
export const texts = TEXTS[language];

export function say(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
