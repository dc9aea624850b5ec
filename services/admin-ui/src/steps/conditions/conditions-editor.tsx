import { Button, Card, Checkbox, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '~/parts/item-actions'
import { keepsFocus } from '~/parts/keeps-focus'
import { useItemSpots, useKeys } from '../keys'
import type { Spot } from '../spot'
import { inserted, moved, patched, removed, replaced } from '../step'
import {
  CONDITION_KINDS,
  type Condition,
  type ConditionKind,
  conditionText,
  emptyCondition,
  type Match,
} from './condition'
import { ConditionFields } from './condition-fields'

/** What has to hold: one or several conditions, all or any of them. */
export function ConditionsEditor({
  conditions,
  onChange,
  match,
  onMatch,
  spot,
}: {
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
  match: Match
  onMatch: (match: Match) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  const keys = useKeys(conditions)
  const spots = useItemSpots(keys, spot)
  return (
    <Fieldset legend={t('conditions.title')} p="sm">
      <Stack gap="sm" ref={keepsFocus}>
        {conditions.length > 1 && (
          <NativeSelect
            aria-label={t('conditions.match')}
            disabled={spot.readOnly}
            value={match}
            onChange={(event) => onMatch(event.currentTarget.value as Match)}
            data={(['all', 'any'] as const).map((value) => ({
              value,
              label: t(`conditions.matches.${value}`),
            }))}
          />
        )}
        {conditions.map((condition, index) => (
          <Card key={keys[index]} data-item withBorder p="sm">
            <Stack gap="xs">
              <Group justify="space-between" align="flex-end">
                <NativeSelect
                  flex="1 1 180px"
                  label={t('conditions.kind')}
                  disabled={spot.readOnly}
                  value={condition.type}
                  onChange={(event) => {
                    const next = emptyCondition(event.currentTarget.value as ConditionKind)
                    onChange(replaced(conditions, index, next))
                  }}
                  data={CONDITION_KINDS.map((value) => ({
                    value,
                    label: t(`conditions.kinds.${value}`),
                  }))}
                />
                {!spot.readOnly && conditions.length > 1 && (
                  <ItemActions
                    name={conditionText(condition, t)}
                    isFirst={index === 0}
                    isLast={index === conditions.length - 1}
                    onMove={(by) => onChange(moved(conditions, index, index + by))}
                    onRemove={() => onChange(removed(conditions, index))}
                  />
                )}
              </Group>
              <ConditionFields
                condition={condition}
                onChange={(next) => onChange(replaced(conditions, index, next))}
                spot={spots[index] ?? spot}
              />
              <Checkbox
                label={t('conditions.negate')}
                disabled={spot.readOnly}
                checked={condition.negate ?? false}
                onChange={(event) => {
                  const negate = event.currentTarget.checked || undefined
                  onChange(replaced(conditions, index, patched(condition, { negate })))
                }}
              />
            </Stack>
          </Card>
        ))}
        {spot.errorOf(spot.path) && (
          <Text size="sm" c="red">
            {spot.errorOf(spot.path)}
          </Text>
        )}
        {!spot.readOnly && (
          <Button
            data-focus-else
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange(inserted(conditions, conditions.length, emptyCondition('variable')))
            }
            style={{ alignSelf: 'flex-start' }}
          >
            {t('conditions.more')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}
