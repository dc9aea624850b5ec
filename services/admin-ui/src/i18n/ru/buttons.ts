import type { en } from '../en/buttons'
import type { InRussian } from '../translated'

export const ru: InRussian<typeof en> = {
  about: 'Кнопка создаётся один раз и может стоять на многих клавиатурах; изменение видно на всех.',
  new: 'Новая кнопка',
  empty: 'Кнопок пока нет. Обычно их создают прямо на клавиатуре.',
  columns: { label: 'Кнопка', kind: 'Что делает', target: 'Данные или адрес' },
  anyKind: 'Все виды',
  form: {
    label: 'Надпись',
    kind: 'Что делает',
    data: 'Данные',
    url: 'Адрес',
    style: 'Цвет',
    icon: 'Значок (id особого эмодзи)',
    iconHelp: 'Для ботов, владелец которых купил дополнительные имена на Fragment.',
  },
  kinds: {
    callback: 'Делает что-то в боте',
    url: 'Открывает страницу',
    web_app: 'Открывает веб-приложение',
    copy_text: 'Копирует текст',
    switch_inline: 'Инлайн-запрос в другом чате',
    switch_inline_current: 'Инлайн-запрос в этом чате',
    text: 'Отправляет надпись сообщением',
    request_contact: 'Просит номер телефона',
    request_location: 'Просит геопозицию',
    request_poll: 'Просит создать опрос',
  },
  data: {
    callback: 'Данные, которые берёт колбэк',
    copy_text: 'Текст для копирования',
    switch_inline: 'Текст запроса',
    switch_inline_current: 'Текст запроса',
    request_poll: 'Вид опроса: quiz, regular или пусто — любой',
  },
  bytes: '{{count}} из 64 байт',
  styles: { none: 'Обычный', primary: 'Синий', success: 'Зелёный', danger: 'Красный' },
  press: {
    taken: 'Нажатие берёт колбэк',
    nobody: 'Это нажатие пока ничто не берёт.',
    make: 'Создать для него колбэк',
    shows: 'При нажатии показать ответ',
    showsHelp: 'Создаст колбэк, который ставит этот ответ на место сообщения.',
  },
  preview: 'Как выглядит',
  uses: 'Где используется',
}
