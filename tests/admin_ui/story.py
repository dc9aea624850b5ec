"""The words of the panel that the story uses, in both languages."""

from typing import NamedTuple


class Words(NamedTuple):
    locale: str
    email: str
    password: str
    log_in: str
    command: str
    text: str
    save: str
    unsaved: str
    make_keyboard: str
    keyboard_name: str
    add_row: str
    new_button: str
    label: str
    shows: str
    try_it: str
    write: str
    live: str
    back: str
    bring_back: str
    uses: str
    main_menu: str
    prices: str
    contacts: str
    changed: str


ENGLISH = Words(
    locale="en-US",
    email="E-mail",
    password="Password",
    log_in="Log in",
    command="Command",
    text="Text",
    save="Save",
    unsaved="Not saved yet",
    make_keyboard="New keyboard",
    keyboard_name="Name",
    add_row="Add a row",
    new_button="New button",
    label="Label",
    shows="A press shows the answer of",
    try_it="Try it",
    write="Write to the bot",
    live="Live on 1 of 1 gateway",
    back="Bring it back to before this",
    bring_back="Bring it back",
    uses="Handlers and buttons",
    main_menu="What would you like to know?",
    prices="Espresso: 2.20",
    contacts="12 Weaver Street",
    changed="Ask me anything",
)

RUSSIAN = Words(
    locale="ru-RU",
    email="Эл. почта",
    password="Пароль",
    log_in="Войти",
    command="Команда",
    text="Текст",
    save="Сохранить",
    unsaved="Ещё не сохранено",
    make_keyboard="Новая клавиатура",
    keyboard_name="Название",
    add_row="Добавить ряд",
    new_button="Новая кнопка",
    label="Надпись",
    shows="При нажатии показать ответ",
    try_it="Попробовать",
    write="Написать боту",
    live="Работает на 1 из 1 шлюза",
    back="Вернуть то, что было до этого",
    bring_back="Вернуть",
    uses="Обработчики и кнопки",
    main_menu="Что вам подсказать?",
    prices="Эспрессо: 220 ₽",
    contacts="Ткацкая, 12",
    changed="Спросите что угодно",
)
