import './texts'
import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay, useMe } from '~/session/session'
import { BulkTags } from './bulk-tags'
import { ExportPeople } from './export-people'
import { Filters, isTooLong } from './filters'
import { PeopleList } from './people-list'
import { usePeople, usePeopleSearch } from './use-people'

/** Who uses the bot. */
export function People() {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const me = useMe()
  const mayEdit = useMay('editor')
  const list = usePeople()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  return (
    <Page
      title={t('title')}
      about={mayEdit ? undefined : common('session.readOnly', { role: common(`roles.${me.role}`) })}
      actions={<ExportPeople filter={list.filter} />}
    >
      <Filters error={list.error} />
      <ProblemAlert error={list.error} retry={() => void list.refetch()} shown={isTooLong} />
      {list.isPending && <Waiting rows={8} height={52} />}
      {list.isSuccess && list.people.length === 0 && <Nobody />}
      {list.people.length > 0 && (
        <>
          {mayEdit && (
            <BulkTags filter={list.filter} chosen={chosen} forget={() => setChosen(new Set())} />
          )}
          <PeopleList list={list} chosen={mayEdit ? { ids: chosen, set: setChosen } : undefined} />
        </>
      )}
    </Page>
  )
}

function Nobody() {
  const { t } = useTranslation('people')
  const { sort: _, ...filters } = usePeopleSearch()
  const isFiltered = Object.keys(filters).length > 0
  return (
    <Nothing title={t(isFiltered ? 'nobody.found' : 'nobody.yet')}>
      {!isFiltered && (
        <Text size="sm" ta="center" maw={460}>
          {t('nobody.how')}
        </Text>
      )}
      <Group>
        {isFiltered ? (
          <Button component={Link} to="/people" variant="default">
            {t('nobody.all')}
          </Button>
        ) : (
          <Button component={Link} to="/statistics/live">
            {t('nobody.watch')}
          </Button>
        )}
      </Group>
    </Nothing>
  )
}
