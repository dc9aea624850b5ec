import { useTranslation } from 'react-i18next'
import { VirtualList } from '~/parts/virtual-list'
import { PersonRow } from './person-row'
import type { usePeople } from './use-people'

const ROW_PX = 60

export interface Choice {
  ids: ReadonlySet<number>
  set: (ids: ReadonlySet<number>) => void
}

/** The next page is asked for before its end is reached. */
export function PeopleList({
  list,
  chosen,
}: {
  list: ReturnType<typeof usePeople>
  chosen?: Choice | undefined
}) {
  const { t } = useTranslation('people')
  const { people, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list

  function choose(id: number, isChosen: boolean) {
    const ids = new Set(chosen?.ids)
    if (isChosen) ids.add(id)
    else ids.delete(id)
    chosen?.set(ids)
  }

  return (
    <VirtualList
      items={people}
      label={t('list')}
      keyOf={(one) => one.user_id}
      rowPx={ROW_PX}
      isWhole={!hasNextPage}
      onNearEnd={() => {
        if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
      }}
    >
      {(one) => (
        <PersonRow
          one={one}
          isChosen={chosen?.ids.has(one.user_id)}
          choose={chosen && ((isChosen) => choose(one.user_id, isChosen))}
        />
      )}
    </VirtualList>
  )
}
