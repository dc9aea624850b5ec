import './texts'
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { nameOfPerson } from '~/interactions/names'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay } from '~/session/session'
import { Erasing } from './erasing'
import { PersonCard } from './person-card'
import { TagsForm } from './tags-form'
import { Timeline } from './timeline'

/** One person: who it is, and what they did. */
export function Person() {
  const { t } = useTranslation('people')
  const { t: named } = useTranslation('interactions')
  const isOwner = useMay('owner')
  const { userId } = useParams({ strict: false }) as { userId: string }
  const id = Number(userId)
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
  const person = useQuery({
    queryKey: ['people', 'one', id],
    queryFn: () =>
      answered(
        api.GET('/api/v1/people/{user_id}', {
          params: { path: { user_id: id }, query: { tz } },
        }),
      ),
  })
  const one = person.data
  return (
    <Page
      title={one ? nameOfPerson(one, named) : t('person')}
      about={
        <Anchor component={Link} to="/people" size="sm">
          {t('back')}
        </Anchor>
      }
    >
      <ProblemAlert error={person.error} retry={() => void person.refetch()} />
      {person.isPending && <Waiting rows={3} height={90} />}
      {one && (
        <>
          <PersonCard one={one} />
          <TagsForm key={one.user_id} one={one} />
          {isOwner && <Erasing one={one} />}
          {/* Last, for it has no end that is known. */}
          <Timeline id={id} />
        </>
      )}
    </Page>
  )
}
