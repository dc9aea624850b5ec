import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { KINDS } from '~/interactions/kinds'
import { useFormat } from '~/parts/format'
import type { Cell, Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { SheetTable } from '../charts/sheet-table'
import { ChangeText } from './change-text'
import { useMarkText } from './use-mark-text'

const CHANGE = 3

export function AroundResult({ around }: { around: Schemas['AroundChange'] }) {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const { moment } = useFormat()
  const { mark, before, after, change } = around
  const textOf = useMarkText()
  const rows: Cell[][] = [
    [t('summary.total'), before.total, after.total, change.total],
    [t('summary.people'), before.people, after.people, change.people],
  ]
  if (before.of_handler !== null || after.of_handler !== null) {
    const name = t('change.ofHandler')
    rows.push([name, before.of_handler, after.of_handler, change.of_handler])
  }
  for (const kind of KINDS) {
    const [earlier, later] = [before.events[kind] ?? 0, after.events[kind] ?? 0]
    if (earlier > 0 || later > 0) {
      rows.push([named(`kinds.${kind}`), earlier, later, change.events[kind] ?? null])
    }
  }
  const sheet: Sheet = {
    title: textOf(mark),
    columns: [
      { name: t('columns.what'), as: 'text' },
      { name: t('columns.beforeChange'), as: 'number' },
      { name: t('columns.afterChange'), as: 'number' },
      { name: t('columns.change'), as: 'change' },
    ],
    rows,
  }
  return (
    <SheetCard
      sheet={sheet}
      about={
        <>
          {t('change.sides', {
            from: moment(before.from),
            at: moment(mark.at),
            to: moment(after.to),
          })}{' '}
          <Anchor
            component={Link}
            to="/history"
            search={{ entity: mark.entity, id: mark.entity_id } as never}
            size="sm"
            underline="always"
          >
            {t('change.history')}
          </Anchor>
        </>
      }
      table={
        <SheetTable
          sheet={sheet}
          shown={(row, column) => {
            const value = rows[row]?.[CHANGE]
            return column === CHANGE && typeof value === 'number' ? (
              <ChangeText change={value} />
            ) : undefined
          }}
        />
      }
    />
  )
}
