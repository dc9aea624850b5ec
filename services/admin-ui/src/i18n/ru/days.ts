import type { en } from '../en/days'
import type { InRussian } from '../translated'

export const ru: InRussian<typeof en> = {
  any: 'Любой день',
  calendar: {
    previousMonth: 'Предыдущий месяц',
    nextMonth: 'Следующий месяц',
    previousYear: 'Предыдущий год',
    nextYear: 'Следующий год',
    previousDecade: 'Предыдущие десять лет',
    nextDecade: 'Следующие десять лет',
  },
}
