import { Anchor, List, Text, Title } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { placePrefix, usePlace } from '~/place/place'
import { KIND_OF, type Kind } from '../kinds'

/** Where one thing is used. */
export function Uses({
  kind,
  id,
  title,
  none,
}: {
  kind: Kind
  id: number
  title: string
  /** What is said where it is used nowhere. */
  none: ReactNode
}) {
  const { t } = useTranslation()
  const titleId = useId()
  const at = usePlace()
  const query = useQuery({
    queryKey: ['resources', at.draft, kind, 'uses', id],
    queryFn: ({ signal }) =>
      answered(
        // The other kinds and drafts have the same.
        api.GET(
          `${placePrefix(at)}/${kind}/{entity_id}/uses` as '/api/v1/callbacks/{entity_id}/uses',
          { params: { path: { entity_id: id } }, signal },
        ),
      ),
  })
  const found = query.data?.items ?? []
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h5" id={titleId} mb="xs">
        {title}
      </Title>
      {query.isPending && <Waiting rows={2} height={20} />}
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.data && found.length === 0 && <Text size="sm">{none}</Text>}
      {found.length > 0 && (
        <List size="sm">
          {found.map((one) => (
            <List.Item key={`${one.entity} ${one.id} ${one.field}`}>
              <Anchor component={Link} to={`/${KIND_OF[one.entity]}/${one.id}`} size="sm">
                {one.name}
              </Anchor>{' '}
              <Text span size="xs" c="dimmed">
                {t(`entities.${one.entity}`)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      {query.data !== undefined && query.data.more > 0 && (
        <Text size="sm" c="dimmed">
          {t('list.more', { count: query.data.more })}
        </Text>
      )}
    </section>
  )
}
