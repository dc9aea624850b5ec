import '../changes/texts'
import { Accordion, Button, Group, Select, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import type { Entity } from '~/resources/kinds'
import { Comparison } from './comparison'
import { EventCard, type Wish } from './event-card'
import { RestorePanel } from './restore-panel'
import { byDay, type Event, useEvents } from './use-events'

const route = getRouteApi('/history')
const ENTITIES: Entity[] = ['handler', 'callback', 'button', 'keyboard']

export function HistoryPage() {
  const { t } = useTranslation(['changes', 'common'])
  const { day } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const events = useEvents(search)
  const [wish, setWish] = useState<{ kind: Wish; event: Event } | null>(null)
  const all = events.data?.pages.flatMap((page) => page.items) ?? []
  const actors = [...new Map(all.map((one) => [one.actor, one.actor_name]))]
  if (search.actor && !actors.some(([actor]) => actor === search.actor)) {
    actors.push([search.actor, search.actor])
  }

  return (
    <Page title={t('common:places.history')} about={t('history.about')}>
      <Group gap="xs">
        <Select
          aria-label={t('history.what')}
          placeholder={t('history.everything')}
          clearable
          value={search.entity ?? null}
          data={ENTITIES.map((one) => ({ value: one, label: t(`common:entities.${one}`) }))}
          onChange={(entity) =>
            void navigate({
              search: {
                ...(search.actor ? { actor: search.actor } : {}),
                ...(entity ? { entity: entity as Entity } : {}),
              },
            })
          }
        />
        <Select
          aria-label={t('history.who')}
          placeholder={t('history.everybody')}
          clearable
          value={search.actor ?? null}
          data={actors.map(([value, label]) => ({ value, label }))}
          onChange={(actor) =>
            void navigate({
              search: ({ actor: _, ...rest }) => ({ ...rest, ...(actor ? { actor } : {}) }),
            })
          }
        />
        {search.entity && search.id !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            {t('history.ofOne', { entity: t(`common:entities.${search.entity}`), id: search.id })}
            {' · '}
            {t('history.showAll')}
          </Button>
        )}
      </Group>
      {wish && (
        <Wished {...wish} newest={all[0]?.seq ?? wish.event.seq} close={() => setWish(null)} />
      )}
      <ProblemAlert error={events.error} retry={() => void events.refetch()} />
      {events.isPending && <Waiting rows={8} height={48} />}
      {events.data && all.length === 0 && <Nothing title={t('history.empty')} />}
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
                onWish={(kind) => {
                  setWish({ kind, event })
                  window.scrollTo({ top: 0 })
                }}
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

/** What was asked for of a change: one way back, the other, or what differs. */
function Wished({
  kind,
  event,
  newest,
  close,
}: {
  kind: Wish
  event: Event
  newest: number
  close: () => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { seq, entity, entity_id, name } = event
  switch (kind) {
    case 'compare':
      return <Comparison from={seq} to={newest} close={close} />
    case 'restore-all':
      return (
        <RestorePanel
          key={`all ${seq}`}
          target={{ seq }}
          title={t('history.preview.all', { seq })}
          close={close}
        />
      )
    case 'restore-one':
      return (
        <RestorePanel
          key={`one ${seq}`}
          target={{ seq: seq - 1, entity, entity_id }}
          title={t('history.preview.one', { entity: t(`common:entities.${entity}`), name, seq })}
          close={close}
        />
      )
  }
}
