import './texts'
import { Group, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import classes from './changes.module.css'
import { TextDifference } from './text-difference'

/** What changed of one thing, field by field. */
export function FieldChanges({ fields }: { fields: readonly Schemas['FieldChange'][] }) {
  const { t } = useTranslation('changes')
  return (
    <Stack gap="xs">
      {fields.map((one) => (
        <div key={one.field}>
          <Text size="xs" c="dimmed">
            {fieldName(one.field, t)}
          </Text>
          {typeof one.before === 'string' && typeof one.after === 'string' ? (
            <TextDifference before={one.before} after={one.after} />
          ) : (
            <Group gap="xs" align="flex-start">
              <Value value={one.before} />
              <Text size="sm" aria-hidden>
                →
              </Text>
              <Value value={one.after} />
            </Group>
          )}
        </div>
      ))}
    </Stack>
  )
}

function Value({ value }: { value: unknown }) {
  const { t } = useTranslation('changes')
  return <span className={classes.value}>{shown(value, t)}</span>
}

function shown(value: unknown, t: TFunction<'changes'>): string {
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
}

/** `action[1].text` is "What it does [1].text". */
function fieldName(path: string, t: TFunction<'changes'>): string {
  const [, top = path, rest = ''] = /^(\w+)(.*)$/s.exec(path) ?? []
  const name = t(`fields.${top as 'message'}`, { defaultValue: top })
  return rest === '' ? name : `${name} ${rest}`
}
