import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { Nothing } from '~/parts/nothing'
import { useSetSearch } from './use-search'

/** Where the period has nothing: how to see more, or how to have a first interaction at all. */
export function Empty() {
  const { t } = useTranslation('statistics')
  const set = useSetSearch()
  const anybody = useQuery({ queryKey: ['stats', 'anybody'], queryFn: isThereAnybody })
  if (anybody.data === false) {
    return (
      <Nothing title={t('empty.never')}>
        <Text size="sm" ta="center" maw={460}>
          {t('empty.how')}
        </Text>
        <Group>
          <Button component={Link} to="/handlers" variant="default">
            {t('empty.handlers')}
          </Button>
          <Button component={Link} to="/statistics/live">
            {t('empty.watch')}
          </Button>
        </Group>
      </Nothing>
    )
  }
  return (
    <Nothing title={t('empty.period')}>
      <Button
        variant="default"
        onClick={() => set({ period: 'year', from: undefined, to: undefined })}
      >
        {t('empty.year')}
      </Button>
    </Nothing>
  )
}

async function isThereAnybody(): Promise<boolean> {
  const page = await answered(api.GET('/api/v1/people', { params: { query: { limit: 1 } } }))
  return page.items.length > 0
}
