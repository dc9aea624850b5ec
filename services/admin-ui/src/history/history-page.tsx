import '../changes/texts'
import { Accordion, Button, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { Comparison } from './comparison'
import { EventCard, type Wish } from './event-card'
import { HistoryFilters } from './history-filters'
import { RestorePanel } from './restore-panel'
import { byDay, type Event, endOfChange, useEvents } from './use-events'

const route = getRouteApi('/history')

export function HistoryPage() {
  const { t } = useTranslation(['changes', 'common'])
  const { day } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const events = useEvents(search)
  const [wish, setWish] = useState<Wished | null>(null)
  const isFiltered = Object.keys(search).length > 0
  const all = events.data?.pages.flatMap((page) => page.items) ?? []

  function ask(kind: Wish, event: Event): void {
    const isSecond = kind === 'compare-until' && wish !== null
    setWish(isSecond ? { ...wish, until: event.seq } : { kind, event, until: null })
    window.scrollTo({ top: 0 })
  }

  return (
    <Page title={t('common:places.history')} about={t('history.about')}>
      <HistoryFilters
        search={search}
        name={all[0]?.name}
        onChange={(next) => void navigate({ search: next })}
      />
      {wish && <WishedPanel wish={wish} events={all} close={() => setWish(null)} />}
      <ProblemAlert error={events.error} retry={() => void events.refetch()} />
      {events.isPending && <Waiting rows={8} height={48} />}
      {events.data && all.length === 0 && (
        <Nothing title={t(isFiltered ? 'common:states.notFound' : 'history.empty')} />
      )}
      {byDay(all).map((one) => (
        <section key={one.day}>
          <Title order={2} size="h6" mb="xs">
            {day(one.day)}
          </Title>
          <Accordion variant="separated">
            {one.events.map((event) => (
              <EventCard
                key={event.seq}
                event={event}
                isComparing={wish?.kind === 'compare' && wish.event.seq !== event.seq}
                onWish={(kind) => ask(kind, event)}
              />
            ))}
          </Accordion>
        </section>
      ))}
      {events.hasNextPage && (
        <Button
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </Page>
  )
}

interface Wished {
  kind: Wish
  event: Event
  /** Of a comparison: its other moment, or null for now. */
  until: number | null
}

/** What was asked for of a change: one way back, the other, or what differs. */
function WishedPanel({
  wish: { kind, event, until },
  events,
  close,
}: {
  wish: Wished
  events: readonly Event[]
  close: () => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { entity, entity_id, name } = event
  if (kind === 'restore-one') {
    const { seq } = event
    return (
      <RestorePanel
        key={`one ${seq}`}
        target={{ seq: seq - 1, entity, entity_id }}
        title={t('history.preview.one', { entity: t(`common:entities.${entity}`), name, seq })}
        close={close}
      />
    )
  }
  const seq = endOfChange(events, event)
  if (kind === 'restore-all') {
    return (
      <RestorePanel
        key={`all ${seq}`}
        target={{ seq }}
        title={t('history.preview.all', { seq })}
        close={close}
      />
    )
  }
  return <Comparison from={seq} until={until} close={close} />
}
