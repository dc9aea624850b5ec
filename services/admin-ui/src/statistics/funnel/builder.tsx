import { ActionIcon, Button, Card, Group, NumberInput, Select, Stack, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asDisabled } from '~/parts/as-disabled'
import { keepsFocus } from '~/parts/keeps-focus'
import { ProblemAlert } from '~/parts/problem-alert'
import { useNoChoices } from '~/parts/use-no-choices'
import { useSetSearch, useStatisticsSearch } from '../use-search'
import { useStepChoices } from './choices'
import { added, changedAt, moved, removedAt } from './steps'

const STEPS_MIN = 2
const STEPS_MAX = 10

/** The steps of a funnel, in their order; they stand in the address. */
export function FunnelBuilder({ steps }: { steps: string[] }) {
  const { t } = useTranslation('statistics')
  const { t: common } = useTranslation()
  const { within } = useStatisticsSearch()
  const set = useSetSearch()
  const { groups, isPending, error } = useStepChoices()
  const noChoices = useNoChoices(common('states.notFound'), { isPending, error })
  const known = new Set(groups.flatMap((group) => group.items.map((item) => item.value)))
  // A handler that was deleted can still be a step.
  const others = steps.filter((step) => step !== '' && !known.has(step))
  const data = [...groups, { group: t('funnel.others'), items: [...new Set(others)] }]
  const change = (step: string[]) => set({ step })

  return (
    <Card withBorder component="section" aria-labelledby="funnel-steps">
      <Title order={2} size="h5" id="funnel-steps" mb="xs">
        {t('funnel.steps')}
      </Title>
      <ProblemAlert error={error} />
      <Stack gap="xs" component="ol" ref={keepsFocus} m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step, index) => {
          const number = index + 1
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps may be alike; their place is what they are
            <Group key={index} data-item component="li" gap={6} wrap="nowrap">
              <Select
                aria-label={t('funnel.step', { number })}
                placeholder={t('funnel.choose')}
                flex={1}
                size="sm"
                searchable
                limit={200}
                allowDeselect={false}
                nothingFoundMessage={noChoices}
                leftSection={number}
                value={step === '' ? null : step}
                data={data}
                onChange={(value) => change(changedAt(steps, index, value ?? ''))}
              />
              <ActionIcon
                variant="default"
                {...asDisabled(index === 0)}
                aria-label={t('funnel.up', { number })}
                onClick={() => index > 0 && change(moved(steps, index, -1))}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                {...asDisabled(index === steps.length - 1)}
                aria-label={t('funnel.down', { number })}
                onClick={() => index < steps.length - 1 && change(moved(steps, index, 1))}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                data-removes
                variant="default"
                {...asDisabled(steps.length <= STEPS_MIN)}
                aria-label={t('funnel.remove', { number })}
                onClick={() => steps.length > STEPS_MIN && change(removedAt(steps, index))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          )
        })}
      </Stack>
      <Group mt="sm" align="flex-end" justify="space-between">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          {...asDisabled(steps.length >= STEPS_MAX)}
          onClick={() => steps.length < STEPS_MAX && change(added(steps))}
        >
          {t('funnel.add')}
        </Button>
        <NumberInput
          label={t('funnel.within')}
          placeholder={t('funnel.anyTime')}
          size="xs"
          w={180}
          min={1}
          max={366 * 24}
          allowDecimal={false}
          value={within ?? ''}
          onChange={(value) => set({ within: typeof value === 'number' ? value : undefined })}
        />
      </Group>
    </Card>
  )
}
