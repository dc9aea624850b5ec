import './texts'
import { Anchor, List, Text, Title } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { usePlace } from '~/place/place'
import { listPage } from '~/resources/requests'

/** The callbacks that show this handler's answer. */
export function Uses({ id }: { id: number }) {
  const { t } = useTranslation('handlers')
  const titleId = useId()
  const at = usePlace()
  const query = useQuery({
    queryKey: ['resources', at.draft, 'callbacks', 'of', id],
    queryFn: ({ signal }) => listPage(at, 'callbacks', { handler_id: id }, null, signal),
  })
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h5" id={titleId} mb="xs">
        {t('uses.title')}
      </Title>
      {query.isPending && <Waiting rows={1} height={20} />}
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('uses.none')}
        </Text>
      )}
      <List size="sm">
        {query.data?.items.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} to={`/callbacks/${one.id}`} size="sm">
              {one.callback_data}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {query.data?.next_cursor && (
        <Text size="sm" c="dimmed">
          {t('uses.more')}
        </Text>
      )}
    </section>
  )
}
