import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'

/** Names with a value each; names are added one by one. */
export function Pairs<Value>({
  title,
  nameLabel,
  addLabel,
  values,
  first,
  onChange,
  input,
}: {
  title: string
  nameLabel: string
  addLabel: string
  values: Record<string, Value>
  /** The value of a new one. */
  first: Value
  onChange: (values: Record<string, Value>) => void
  input: (name: string, value: Value, set: (value: Value) => void) => ReactNode
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')

  function add() {
    const wanted = name.trim()
    if (!wanted) return
    if (!(wanted in values)) onChange({ ...values, [wanted]: first })
    setName('')
  }

  return (
    <Stack gap={4} ref={keepsFocus}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {Object.entries(values).map(([key, value]) => (
        <Group key={key} data-item gap={6} wrap="nowrap">
          <div style={{ flex: 1, minWidth: 0 }}>
            {input(key, value, (next) => onChange({ ...values, [key]: next }))}
          </div>
          <ActionIcon
            data-removes
            variant="subtle"
            color="gray"
            aria-label={`${t('actions.remove')}: ${key}`}
            onClick={() => {
              const { [key]: _, ...rest } = values
              onChange(rest)
            }}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap={6} wrap="nowrap">
        <TextInput
          data-focus-else
          size="xs"
          flex={1}
          aria-label={nameLabel}
          placeholder={nameLabel}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button
          size="xs"
          variant="default"
          aria-label={addLabel}
          title={addLabel}
          px={8}
          onClick={add}
        >
          <IconPlus size={16} aria-hidden />
        </Button>
      </Group>
    </Stack>
  )
}
