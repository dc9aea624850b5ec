import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFormat } from '~/parts/format'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { byDays } from './by-days'
import { TimelineLine } from './timeline-line'

const PAGE = 50

/** What a person did, the newest first; older things come as one scrolls. */
export function Timeline({ id }: { id: number }) {
  const { t } = useTranslation('people')
  const { day } = useFormat()
  const query = useInfiniteQuery({
    queryKey: ['people', 'one', id, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/people/{user_id}/timeline', {
          params: {
            path: { user_id: id },
            query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  const { ref, entry } = useIntersection({ rootMargin: '300px' })
  const isNear = entry?.isIntersecting ?? false
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [isNear, hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const days = byDays(query.data?.pages.flatMap((page) => page.items) ?? [])
  return (
    <Card withBorder component="section" aria-labelledby="timeline">
      <Title order={2} size="h5" id="timeline" mb="xs">
        {t('timeline.title')}
      </Title>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting rows={6} height={28} />}
      {query.isSuccess && days.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('timeline.none')}
        </Text>
      )}
      <Stack gap="sm">
        {days.map(({ key, entries }) => (
          <div key={key}>
            <Text size="sm" fw={600} mb={4}>
              {day(entries[0]?.at ?? key)}
            </Text>
            <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {entries.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two can be of the same moment; none is put between
                <li key={`${one.at} ${index}`}>
                  <TimelineLine one={one} />
                </li>
              ))}
            </Stack>
          </div>
        ))}
      </Stack>
      {hasNextPage && (
        <Group mt="sm" ref={ref}>
          <Button
            size="xs"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('timeline.older')}
          </Button>
        </Group>
      )}
    </Card>
  )
}
