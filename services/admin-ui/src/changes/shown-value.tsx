import './texts'
import { List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useButtons } from '~/keyboards/rows'
import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'
import { StepsSummary } from '~/steps/steps-summary'
import classes from './changes.module.css'
import { partName } from './places'
import { type Key, shapeOf } from './shape'

/** A value of a field, for people: steps as what they do, a layout as its rows of buttons. */
export function ShownValue({ path, value }: { path: string; value: unknown }) {
  const { t } = useTranslation('changes')
  const shape = shapeOf(path, value)
  switch (shape.is) {
    case 'nothing':
      return <Text size="sm">{t('nothing')}</Text>
    case 'yes':
    case 'no':
      return <Text size="sm">{t(shape.is)}</Text>
    case 'text':
      return <span className={classes.value}>{shape.text}</span>
    case 'reference':
      return <Reference kind={shape.kind} id={shape.id} />
    case 'steps':
      return <StepsSummary steps={shape.steps} />
    case 'rows':
      return <Rows rows={shape.rows} />
    case 'list':
      return (
        <List size="sm" type="ordered">
          {shape.items.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is nothing but its place
            <List.Item key={at}>
              <ShownValue path={`${path}[${at}]`} value={one} />
            </List.Item>
          ))}
        </List>
      )
    case 'object':
      return (
        <Stack gap={2}>
          {shape.entries.map(([name, one]) => (
            <div key={name}>
              <Text size="xs" c="dimmed" span>
                {partName(name, t)}:{' '}
              </Text>
              <ShownValue path={`${path}.${name}`} value={one} />
            </div>
          ))}
        </Stack>
      )
  }
}

function Reference({ kind, id }: { kind: 'handlers' | 'keyboards'; id: number }) {
  const { t } = useTranslation('changes')
  const { data } = useOne(kind, id)
  return <Text size="sm">{data ? nameOf(kind, data) : t('gone', { id })}</Text>
}

function Rows({ rows }: { rows: readonly (readonly Key[])[] }) {
  const { t } = useTranslation('changes')
  const buttons = useButtons()
  const label = (key: Key) =>
    typeof key === 'string' ? key : (buttons.get(key)?.label ?? t('gone', { id: key }))
  return (
    <Stack gap={4}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <div key={at} className={classes.row}>
          {row.map((key, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a button can stand there twice
            <span key={place} className={classes.key}>
              {label(key)}
            </span>
          ))}
        </div>
      ))}
    </Stack>
  )
}
