import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { Figure } from '../figures/figure'
import { useFigure } from '../figures/use-figure'
import { FunnelBuilder } from '../funnel/builder'
import { FunnelResult } from '../funnel/result'
import { areChosen, shownSteps } from '../funnel/steps'
import { asQuery } from '../period/period'
import { PeriodBar } from '../period/period-bar'
import { without } from '../search'
import { usePeriod, useStatisticsSearch } from '../use-search'

/** How far people go on a way of several steps. */
export function Funnel() {
  const { t } = useTranslation('statistics')
  const { step: given, within } = useStatisticsSearch()
  const period = usePeriod()
  const step = shownSteps(given)
  const isReady = areChosen(step)
  const query = useFigure(
    ['funnel', period, step, within],
    (signal) => {
      const query = { ...asQuery(period), step, ...without({ within }) }
      return answered(api.GET('/api/v1/stats/funnel', { params: { query }, signal }))
    },
    { enabled: isReady },
  )
  return (
    <Stack>
      <PeriodBar />
      <FunnelBuilder steps={step} />
      {isReady ? (
        <Figure query={query}>{(data) => <FunnelResult steps={data.steps} />}</Figure>
      ) : (
        <Text c="dimmed" size="sm">
          {t('funnel.unready')}
        </Text>
      )}
    </Stack>
  )
}
