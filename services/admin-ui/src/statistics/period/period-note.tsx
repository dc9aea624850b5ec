import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addDays } from '~/parts/days/days'
import { isGoingOn, type Period, periodBefore } from './period'

/** Which days these are, and which ones they are compared with. */
export function PeriodNote({ period, compared }: { period: Period; compared: boolean }) {
  const { t, i18n } = useTranslation('statistics')
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  const range = ({ from, to }: Period) =>
    format.formatRange(new Date(from), new Date(addDays(to, -1)))
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {compared
        ? t('period.compared', { range: range(period), before: range(periodBefore(period)) })
        : range(period)}
      {isGoingOn(period, new Date()) && ` ${t('period.goingOn')}`}
    </Text>
  )
}
