import { Button, Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayRange } from '~/parts/days/lazy-day-range'
import { useNoChoices } from '~/parts/use-no-choices'
import type { Entity } from '~/resources/kinds'
import type { HistorySearch } from './history-search'
import { useActors } from './use-actors'

const ENTITIES: Entity[] = ['handler', 'callback', 'button', 'keyboard']

/** Whose changes, of what, and of which days. */
export function HistoryFilters({
  search,
  name,
  onChange,
}: {
  search: HistorySearch
  /** Of the one object that is asked for, where it is known. */
  name: string | undefined
  onChange: (next: HistorySearch) => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { data: known, isPending, error } = useActors()
  const noChoices = useNoChoices(t('common:states.notFound'), { isPending, error })
  const actors = new Map(known?.map((one) => [one.actor, one.actor_name]))
  // An address can name somebody who has not changed anything.
  if (search.actor && !isPending && !actors.has(search.actor)) {
    actors.set(search.actor, search.actor)
  }

  /** Null takes a filter away. */
  function set(part: { [Key in keyof HistorySearch]?: HistorySearch[Key] | null }): void {
    const all = Object.entries({ ...search, ...part })
    onChange(Object.fromEntries(all.filter(([, value]) => value !== null)))
  }

  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={t('history.what')}
        size="xs"
        placeholder={t('history.everything')}
        clearable
        value={search.entity ?? null}
        data={ENTITIES.map((one) => ({ value: one, label: t(`common:entities.${one}`) }))}
        onChange={(entity) => set({ entity: entity as Entity | null, id: null })}
      />
      <Select
        label={t('history.who')}
        size="xs"
        placeholder={t('history.everybody')}
        clearable
        searchable
        limit={50}
        nothingFoundMessage={noChoices}
        value={search.actor ?? null}
        data={[...actors].map(([value, label]) => ({ value, label }))}
        onChange={(actor) => set({ actor })}
      />
      <DayRange
        label={t('history.days')}
        from={search.since}
        to={search.until}
        onChange={(since, until) => set({ since, until })}
        onClear={() => set({ since: null, until: null })}
      />
      {search.entity && search.id !== undefined && (
        <Button variant="default" size="xs" onClick={() => onChange({})}>
          {t('history.ofOne', {
            entity: t(`common:entities.${search.entity}`),
            name: name ?? search.id,
          })}
          {' · '}
          {t('history.showAll')}
        </Button>
      )}
    </Group>
  )
}
