import type { en } from '../en/interactions'
import type { InRussian } from '../translated'

export const ru: InRussian<typeof en> = {
  kinds: {
    start: 'Запуск',
    command: 'Команда',
    message: 'Сообщение',
    answer: 'Ответ на вопрос',
    unmatched: 'Не понято',
    button_click: 'Нажатие кнопки',
    stale_button: 'Нажатие старой кнопки',
    blocked: 'Блокировка бота',
    unblocked: 'Разблокировка бота',
    new_member: 'Вступление в группу',
    left_member: 'Выход из группы',
    join_request: 'Заявка на вступление',
  },
  deletedHandler: '{{name}} (удалён)',
  nameless: 'Без имени, {{id}}',
}
