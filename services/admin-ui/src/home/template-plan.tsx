import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import type { TemplateName } from './templates'
import { type Plan, useTemplate } from './use-template'

const COMMANDS: Record<TemplateName, string> = {
  menu: '/start',
  faq: '/faq',
  leadForm: '/order',
  feedback: '/feedback',
}

/** What a template would add and change, before it does. */
export function TemplatePlan({ name, close }: { name: TemplateName; close: () => void }) {
  const { t } = useTranslation(['home', 'common'])
  const { plan, apply } = useTemplate(name)

  function use(planned: Plan) {
    apply.mutate(planned, {
      onSuccess: () => {
        showDone(t('templates.done', { command: COMMANDS[name] }))
        close()
      },
      // Most likely somebody changed the bot meanwhile: the next try is by a new plan.
      onError: () => void plan.refetch(),
    })
  }

  const changes = plan.data?.changes ?? []
  return (
    <Stack gap="xs">
      <ProblemAlert error={apply.error ?? plan.error} />
      {plan.isPending && <Waiting rows={3} height={18} />}
      {plan.data && changes.length === 0 && <Text size="sm">{t('templates.nothing')}</Text>}
      <Changes title={t('templates.adds')} of={changes.filter((one) => one.change === 'created')} />
      <Changes
        title={t('templates.changes')}
        of={changes.filter((one) => one.change === 'updated')}
      />
      <Group gap="xs">
        {plan.data && changes.length > 0 && (
          <Button loading={apply.isPending} onClick={() => use(plan.data)}>
            {t('templates.use')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('common:actions.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function Changes({ title, of }: { title: string; of: Plan['changes'] }) {
  const { t } = useTranslation()
  if (of.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      <List size="sm">
        {of.map((one) => (
          <List.Item key={`${one.entity} ${one.place}`}>
            {t(`entities.${one.entity}`)} {one.name}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
