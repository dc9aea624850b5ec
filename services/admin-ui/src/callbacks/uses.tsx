import { Anchor, List, Text, Title } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { placePrefix, usePlace } from '~/place/place'

const SHOWN = 50

/** The buttons whose press this callback takes. */
export function Uses({ data }: { data: string }) {
  const { t } = useTranslation('callbacks')
  const titleId = useId()
  const at = usePlace()
  const isLike = data.includes('*')
  const query = useQuery({
    queryKey: ['resources', at.draft, 'buttons', 'of', data],
    queryFn: ({ signal }) =>
      answered(
        api.GET(`${placePrefix(at)}/buttons` as '/api/v1/buttons', {
          params: { query: { data, kind: 'callback', limit: SHOWN } },
          signal,
        }),
      ),
    enabled: !isLike,
  })
  const found = query.data?.items ?? []
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h5" id={titleId} mb="xs">
        {t('uses.title')}
      </Title>
      {isLike && (
        <Text size="sm" c="dimmed">
          {t('uses.like')}
        </Text>
      )}
      {!isLike && query.isPending && <Waiting rows={2} height={20} />}
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.data && found.length === 0 && (
        <Text size="sm">
          {t('uses.none')}{' '}
          <Anchor
            component={Link}
            to={`/buttons/new?data=${encodeURIComponent(data)}`}
            size="sm"
            underline="always"
          >
            {t('uses.make')}
          </Anchor>
        </Text>
      )}
      {found.length > 0 && (
        <List size="sm">
          {found.map((one) => (
            <List.Item key={one.id}>
              <Anchor component={Link} to={`/buttons/${one.id}`} size="sm">
                {one.label}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {query.data?.next_cursor && (
        <Text size="sm" c="dimmed">
          {t('uses.more')}
        </Text>
      )}
    </section>
  )
}
