import { Alert, Button, Group, Text } from '@mantine/core'
import { IconGitBranch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { choosePlace, usePlace } from './place'

/** Reminds that the screens show a draft, and leads to it and out of it. */
export function DraftBanner() {
  const { t } = useTranslation()
  const place = usePlace()
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
