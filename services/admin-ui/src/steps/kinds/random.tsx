import { ActionIcon, Button, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconArrowsShuffle, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'
import { Branch } from '../branch'
import { useItemSpots, useKeys } from '../keys'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt, inside } from '../spot'
import { inserted, patched, removed, replaced } from '../step'

export const random: KindOfStep<'random'> = {
  icon: IconArrowsShuffle,
  group: 'order',
  make: () => ({ type: 'random', choices: [{ steps: [] }, { steps: [] }] }),
  branches: (step) =>
    step.choices.map(({ steps }, index) => ({
      title: (t) => t('random.choice', { number: index + 1 }),
      steps,
    })),
  summary: (step, t) => t('random.summary', { count: step.choices.length }),
  Fields: RandomFields,
}

function RandomFields({ step, set, spot }: FieldsProps<'random'>) {
  const { t } = useTranslation(['steps', 'common'])
  const { choices } = step
  const keys = useKeys(choices)
  const spots = useItemSpots(keys, inside(spot, 'choices'))
  const total = choices.reduce((sum, choice) => sum + (choice.weight ?? 1), 0)
  return (
    <Stack ref={keepsFocus}>
      {choices.map((choice, index) => {
        const at = spots[index] ?? spot
        const name = t('random.choice', { number: index + 1 })
        const change = (part: Parameters<typeof patched<typeof choice>>[1]) =>
          set({ choices: replaced(choices, index, patched(choice, part)) })
        return (
          <Fieldset key={keys[index]} data-item legend={name} p="sm">
            <Group align="flex-end" justify="space-between" mb="xs">
              <NumberInput
                label={t('random.weight')}
                description={t('random.share', {
                  share: Math.round(((choice.weight ?? 1) / (total || 1)) * 100),
                })}
                readOnly={spot.readOnly}
                allowDecimal={false}
                allowNegative={false}
                value={choice.weight ?? 1}
                error={errorAt(at, 'weight')}
                onChange={(weight) =>
                  change({ weight: weight === 1 || weight === '' ? undefined : Number(weight) })
                }
              />
              {!spot.readOnly && choices.length > 2 && (
                <ActionIcon
                  data-removes
                  variant="subtle"
                  color="red"
                  aria-label={`${t('common:actions.remove')}: ${name}`}
                  onClick={() => set({ choices: removed(choices, index) })}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            <Branch
              title={t('random.does')}
              steps={choice.steps}
              onChange={(steps) => change({ steps })}
              spot={inside(at, 'steps')}
            />
          </Fieldset>
        )
      })}
      {errorAt(spot, 'choices') && (
        <Text size="sm" c="red">
          {errorAt(spot, 'choices')}
        </Text>
      )}
      {!spot.readOnly && (
        <Button
          data-focus-else
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set({ choices: inserted(choices, choices.length, { steps: [] }) })}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('random.more')}
        </Button>
      )}
    </Stack>
  )
}
