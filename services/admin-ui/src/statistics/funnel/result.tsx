import { Box, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { useCellText } from '../charts/cell-text'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'

type Step = Schemas['FunnelStep']

/** How many took each step, and how many went no further. */
export function FunnelResult({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const nameOf = (step: Step) =>
    step.kind === 'event'
      ? named(`kinds.${step.value}` as 'kinds.start')
      : (step.name ?? `${t(`funnel.kinds.${step.kind}`)} ${step.value}`)
  const sheet: Sheet = {
    title: t('funnel.result'),
    columns: [
      { name: t('columns.step'), as: 'text' },
      { name: t('columns.people'), as: 'number' },
      { name: t('columns.ofFirst'), as: 'percent' },
      { name: t('columns.ofPrevious'), as: 'percent' },
      { name: t('columns.dropped'), as: 'number' },
      { name: t('columns.median'), as: 'seconds' },
    ],
    rows: steps.map((step) => [
      nameOf(step),
      step.people,
      step.of_first,
      step.of_previous,
      step.dropped,
      step.median_seconds,
    ]),
  }
  return (
    <SheetCard
      sheet={sheet}
      about={t('funnel.about')}
      isText
      chart={<Bars steps={steps} nameOf={nameOf} />}
    />
  )
}

function Bars({ steps, nameOf }: { steps: Step[]; nameOf: (step: Step) => string }) {
  const { t } = useTranslation('statistics')
  const { number, percent } = useFormat()
  const textOf = useCellText()
  return (
    <Stack gap="sm">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps may be alike; their place is what they are
        <Box key={index}>
          <Group justify="space-between" gap="xs" mb={4}>
            <Text size="sm" fw={500}>
              {index + 1}. {nameOf(step)}
            </Text>
            <Text size="sm">
              {t('funnel.people', { count: step.people, number: number(step.people) })}
              {step.of_first !== null && ` · ${percent(step.of_first)}`}
            </Text>
          </Group>
          <Progress value={(step.of_first ?? 0) * 100} size={22} radius="sm" aria-hidden />
          {index > 0 && (
            <Text size="xs" c="dimmed" mt={2}>
              {t('funnel.dropped', { count: step.dropped, number: number(step.dropped) })}
              {step.median_seconds !== null &&
                ` · ${t('funnel.median', { time: textOf(step.median_seconds, { as: 'seconds' }) })}`}
            </Text>
          )}
        </Box>
      ))}
    </Stack>
  )
}
