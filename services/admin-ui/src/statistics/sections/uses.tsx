import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ButtonsTable } from '../figures/buttons-table'
import { HandlersTable } from '../figures/handlers-table'
import { SeriesChart } from '../figures/series-chart'
import { PeriodBar } from '../period/period-bar'
import { useStatisticsSearch } from '../use-search'

/** What is used most; and of one handler or button, its own course in time. */
export function Uses() {
  const { t } = useTranslation('statistics')
  const { handler, button } = useStatisticsSearch()
  return (
    <Stack>
      <PeriodBar buckets compare />
      <HandlersTable />
      {handler !== undefined && (
        <SeriesChart
          key={handler}
          title={t('uses.ofHandler', { id: handler })}
          filter={{ handler_id: handler }}
        />
      )}
      <ButtonsTable />
      {button !== undefined && (
        <SeriesChart
          key={button}
          title={t('uses.ofButton', { data: button })}
          filter={{ callback_data: button }}
        />
      )}
    </Stack>
  )
}
