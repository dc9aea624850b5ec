import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { SheetTable } from '../charts/sheet-table'
import { asQuery } from '../period/period'
import { usePeriod, useStatisticsSearch } from '../use-search'
import { ChangeText } from './change-text'
import { CourseButton } from './course-button'
import { Figure } from './figure'
import { SeriesChart } from './series-chart'
import { useFigure } from './use-figure'

const LIMIT = 100
const CHANGE = 6

/** Which buttons are pressed most, and how often of those times that they were shown. */
export function ButtonsTable() {
  const { t } = useTranslation('statistics')
  const period = usePeriod()
  const { button } = useStatisticsSearch()
  const query = useFigure(['buttons', period], (signal) => {
    const query = { ...asQuery(period), limit: LIMIT }
    return answered(api.GET('/api/v1/stats/buttons', { params: { query }, signal }))
  })
  return (
    <Figure query={query}>
      {({ items }) => {
        if (items.length === 0) return null
        const sheet: Sheet = {
          title: t('uses.buttons'),
          columns: [
            { name: t('columns.button'), as: 'text' },
            { name: t('columns.data'), as: 'text' },
            { name: t('columns.presses'), as: 'number' },
            { name: t('columns.shown'), as: 'number' },
            { name: t('columns.clickThrough'), as: 'percent' },
            { name: t('columns.before'), as: 'number' },
            { name: t('columns.change'), as: 'change' },
          ],
          rows: items.map((one) => [
            one.label ?? t('uses.deletedButton'),
            one.callback_data,
            one.count,
            one.shown,
            one.click_through,
            one.before,
            one.change,
          ]),
        }
        const chosen = items.find((one) => one.callback_data === button)
        return (
          <Stack>
            <SheetCard
              sheet={sheet}
              about={t('uses.aboutShown')}
              table={
                <SheetTable
                  sheet={sheet}
                  shown={(row, column) => {
                    const change = items[row]?.change
                    return (
                      (column === CHANGE && change !== null && <ChangeText change={change} />) ||
                      undefined
                    )
                  }}
                  actions={{
                    name: t('columns.course'),
                    of: (row) => {
                      const one = items[row]
                      return (
                        one && (
                          <CourseButton
                            name={one.label ?? one.callback_data}
                            button={one.callback_data}
                          />
                        )
                      )
                    },
                  }}
                />
              }
            />
            {button !== undefined && (
              <SeriesChart
                key={button}
                title={t('uses.ofButton', { name: chosen?.label ?? button })}
                filter={{ callback_data: button }}
              />
            )}
          </Stack>
        )
      }}
    </Figure>
  )
}
