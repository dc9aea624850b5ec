import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'
import { isSame } from '~/resources/fields'
import { errorAt, type Spot } from '../spot'
import { inserted, removed, replaced } from '../step'

type Pair = { id: number; name: string; value: string }

/** Names with a value each, such as the headers of a request. */
export function PairsField({
  label,
  description,
  field,
  nameLabel,
  valueLabel,
  value,
  onChange,
  spot,
}: {
  label: string
  description: string
  field: string
  nameLabel: string
  valueLabel: string
  value: Readonly<Record<string, string>>
  onChange: (pairs: Record<string, string>) => void
  spot: Spot
}) {
  const { t } = useTranslation(['steps', 'common'])
  const [pairs, setPairs] = useState<Pair[]>(() => pairsOf(value))
  // Names that are not written out yet would be lost in the value, so the rows are kept beside it.
  const shown = isSame(recordOf(pairs), value) ? pairs : pairsOf(value)

  function change(next: Pair[]): void {
    setPairs(next)
    onChange(recordOf(next))
  }

  return (
    <Fieldset legend={label}>
      <Stack gap="xs" ref={keepsFocus}>
        <Text size="xs" c="dimmed">
          {description}
        </Text>
        {shown.map((pair, index) => (
          <Group key={pair.id} data-item gap="xs" align="flex-start">
            <TextInput
              flex="1 1 120px"
              aria-label={`${nameLabel} ${index + 1}`}
              placeholder={nameLabel}
              readOnly={spot.readOnly}
              value={pair.name}
              error={errorAt(spot, `${field}.${pair.name}`)}
              onChange={(event) =>
                change(replaced(shown, index, { ...pair, name: event.currentTarget.value }))
              }
            />
            <TextInput
              flex="2 1 140px"
              aria-label={`${valueLabel} ${index + 1}`}
              placeholder={valueLabel}
              readOnly={spot.readOnly}
              value={pair.value}
              onChange={(event) =>
                change(replaced(shown, index, { ...pair, value: event.currentTarget.value }))
              }
            />
            {!spot.readOnly && (
              <ActionIcon
                data-removes
                variant="subtle"
                color="red"
                mt={4}
                aria-label={`${t('common:actions.remove')}: ${pair.name || index + 1}`}
                onClick={() => change(removed(shown, index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {errorAt(spot, field) && (
          <Text size="xs" c="red">
            {errorAt(spot, field)}
          </Text>
        )}
        {!spot.readOnly && (
          <Button
            data-focus-else
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setPairs(inserted(shown, shown.length, newPair('', '')))}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('common:actions.add')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}

let last = 0

function newPair(name: string, value: string): Pair {
  return { id: ++last, name, value }
}

function pairsOf(record: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(record).map(([name, value]) => newPair(name, value))
}

/** Rows without a name say nothing yet. */
function recordOf(pairs: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter((one) => one.name).map((one) => [one.name, one.value]))
}
