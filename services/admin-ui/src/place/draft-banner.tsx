import { Alert, Button, Group, Text } from '@mantine/core'
import { IconGitBranch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { asProblem } from '~/api/problem'
import { showDone } from '~/parts/notices'
import { choosePlace, usePlace } from './place'

/** Reminds that the screens show a draft, and leads to it and out of it. */
export function DraftBanner() {
  const { t } = useTranslation()
  const place = usePlace()
  useFallback(place.draft)
  if (place.draft === null) return null
  return (
    <Alert color="violet" variant="light" mb="md" py="xs" icon={<IconGitBranch aria-hidden />}>
      <Group justify="space-between">
        <Text size="sm">{t('draft.here', { name: place.name })}</Text>
        <Group gap="xs">
          <Button component={Link} to="/drafts" size="compact-sm" variant="default">
            {t('draft.open')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => choosePlace({ draft: null })}>
            {t('draft.leave')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}

/** A draft that was published or dropped elsewhere is left for what is live. */
function useFallback(draft: number | null): void {
  const { t } = useTranslation()
  const { error } = useQuery({
    queryKey: ['drafts', draft],
    queryFn: () =>
      answered(
        api.GET('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: draft ?? 0 } } }),
      ),
    enabled: draft !== null,
  })
  const isGone = draft !== null && error !== null && asProblem(error).status === 404
  useEffect(() => {
    if (!isGone) return
    choosePlace({ draft: null })
    showDone(t('draft.gone'))
  }, [isGone, t])
}
