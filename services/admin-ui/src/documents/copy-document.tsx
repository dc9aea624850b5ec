import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { showDone, showProblem } from '~/parts/notices'

export function CopyDocument() {
  const { t } = useTranslation(['changes', 'common'])
  const copy = useMutation({
    mutationFn: async () => {
      const document = await answered(
        api.GET('/api/v1/export', { params: { query: { format: 'yaml' } }, parseAs: 'text' }),
      )
      await navigator.clipboard.writeText(String(document))
    },
    onSuccess: () => showDone(t('common:actions.copied')),
    onError: showProblem,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} aria-hidden />}
      loading={copy.isPending}
      onClick={() => copy.mutate()}
    >
      {t('documents.copy')}
    </Button>
  )
}
