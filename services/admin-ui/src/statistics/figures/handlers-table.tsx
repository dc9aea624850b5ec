import { Anchor, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { nameOfHandler } from '~/interactions/names'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { SheetTable } from '../charts/sheet-table'
import { Empty } from '../empty'
import { asQuery } from '../period/period'
import { usePeriod, useStatisticsSearch } from '../use-search'
import { ChangeText } from './change-text'
import { CourseButton } from './course-button'
import { Figure } from './figure'
import { SeriesChart } from './series-chart'
import { useFigure } from './use-figure'

const LIMIT = 100
const CHANGE = 4

/** Which handlers answer most. */
export function HandlersTable() {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const period = usePeriod()
  const { handler } = useStatisticsSearch()
  const query = useFigure(['handlers', period], (signal) => {
    const query = { ...asQuery(period), limit: LIMIT }
    return answered(api.GET('/api/v1/stats/handlers', { params: { query }, signal }))
  })
  return (
    <Figure query={query}>
      {({ items }) => {
        if (items.length === 0) return <Empty />
        const sheet: Sheet = {
          title: t('uses.handlers'),
          columns: [
            { name: t('columns.handler'), as: 'text' },
            { name: t('columns.pattern'), as: 'text' },
            { name: t('columns.answers'), as: 'number' },
            { name: t('columns.before'), as: 'number' },
            { name: t('columns.change'), as: 'change' },
          ],
          rows: items.map((one) => [
            nameOfHandler(one.handler_id, one, named),
            one.pattern,
            one.count,
            one.before,
            one.change,
          ]),
        }
        const chosen = items.find((one) => one.handler_id === handler)
        return (
          <Stack>
            <SheetCard
              sheet={sheet}
              table={
                <SheetTable
                  sheet={sheet}
                  shown={(row, column) => {
                    const one = items[row]
                    if (one === undefined) return undefined
                    if (column === CHANGE && one.change !== null) {
                      return <ChangeText change={one.change} />
                    }
                    if (column !== 0 || one.deleted) return undefined
                    return (
                      <Anchor component={Link} to={`/handlers/${one.handler_id}`} size="sm">
                        {nameOfHandler(one.handler_id, one, named)}
                      </Anchor>
                    )
                  }}
                  actions={{
                    name: t('columns.course'),
                    of: (row) => {
                      const one = items[row]
                      if (one === undefined) return null
                      const name = nameOfHandler(one.handler_id, one, named)
                      return <CourseButton name={name} handler={one.handler_id} />
                    },
                  }}
                />
              }
            />
            {handler !== undefined && (
              <SeriesChart
                key={handler}
                title={t('uses.ofHandler', {
                  name: chosen ? nameOfHandler(handler, chosen, named) : handler,
                })}
                filter={{ handler_id: handler }}
              />
            )}
          </Stack>
        )
      }}
    </Figure>
  )
}
