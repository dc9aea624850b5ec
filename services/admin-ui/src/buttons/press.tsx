import './texts'
import { Anchor, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { placePrefix, usePlace } from '~/place/place'

const TYPING_MS = 300

/** Which callback takes a press that sends this data, as the bot would find it. */
export function usePress(data: string | null | undefined) {
  const at = usePlace()
  const [button] = useDebouncedValue(data ?? '', TYPING_MS)
  return useQuery({
    queryKey: ['press', at.draft, button],
    queryFn: async () => {
      const told = await answered(
        api.POST(`${placePrefix(at)}/explain` as '/api/v1/explain', { body: { button } }),
      )
      return told.winner?.entity === 'callback' ? told.winner : null
    },
    enabled: button !== '',
    // What can't be pressed, as too long data, the form says by itself.
    retry: false,
  })
}

/** What a press would do, and how to make something of it. */
export function Press({ data }: { data: string | null | undefined }) {
  const { t } = useTranslation('buttons')
  const { data: winner } = usePress(data)
  if (!data || winner === undefined) return null
  return (
    <Group gap="xs">
      <Text size="sm">{t(winner ? 'press.taken' : 'press.nobody')}</Text>
      {winner ? (
        <Anchor component={Link} to={`/callbacks/${winner.id}`} size="sm">
          {winner.pattern}
        </Anchor>
      ) : (
        <Anchor component={Link} to={`/callbacks/new?data=${encodeURIComponent(data)}`} size="sm">
          {t('press.make')}
        </Anchor>
      )}
    </Group>
  )
}
