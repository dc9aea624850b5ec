import { Button, Combobox, Group, Text, ThemeIcon, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GROUPS } from './kind'
import { kindOf, STEP_KINDS } from './kinds'
import type { StepKind } from './step'

/** A menu of all kinds, which tells what they do, and finds them by any word of that. */
export function AddStep({ onAdd }: { onAdd: (kind: StepKind) => void }) {
  const { t } = useTranslation('steps')
  const [q, setQ] = useState('')
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      setQ('')
    },
    onDropdownOpen: () => box.focusSearchInput(),
  })
  const found = STEP_KINDS.filter((kind) =>
    isFound(q, t(`kinds.${kind}.name`), t(`kinds.${kind}.about`)),
  )

  function choose(kind: string): void {
    box.closeDropdown()
    onAdd(kind as StepKind)
  }

  return (
    <Combobox store={box} width={360} position="bottom-start" onOptionSubmit={choose} withinPortal>
      <Combobox.Target targetType="button">
        <Button
          data-focus-else
          variant="light"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => box.toggleDropdown()}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('add')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown maw="calc(100vw - 24px)">
        <Combobox.Search
          role="combobox"
          aria-expanded={box.dropdownOpened}
          aria-label={t('search')}
          placeholder={t('search')}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value)
            box.selectFirstOption()
          }}
        />
        <Combobox.Options mah={340} aria-label={t('add')}>
          {GROUPS.map((group) => {
            const kinds = found.filter((kind) => kindOf(kind).group === group)
            if (kinds.length === 0) return null
            return (
              <Combobox.Group key={group} label={t(`groups.${group}`)}>
                {kinds.map((kind) => (
                  <Option key={kind} kind={kind} />
                ))}
              </Combobox.Group>
            )
          })}
          {found.length === 0 && <Combobox.Empty>{t('notFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Option({ kind }: { kind: StepKind }) {
  const { t } = useTranslation('steps')
  const { icon: Icon } = kindOf(kind)
  return (
    <Combobox.Option value={kind}>
      <Group wrap="nowrap" gap="xs" align="flex-start">
        <ThemeIcon variant="light" aria-hidden>
          <Icon size={18} />
        </ThemeIcon>
        <div>
          <Text size="sm" fw={500}>
            {t(`kinds.${kind}.name`)}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`kinds.${kind}.about`)}
          </Text>
        </div>
      </Group>
    </Combobox.Option>
  )
}

function isFound(q: string, ...texts: string[]): boolean {
  const words = q.toLowerCase().split(/\s+/)
  const text = texts.join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
