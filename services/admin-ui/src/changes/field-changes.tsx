import './texts'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { placeName } from './places'
import { ShownValue } from './shown-value'
import { TextDifference } from './text-difference'

interface Sides {
  before: string
  after: string
}

type FieldChange = Schemas['FieldChange']

/** What changed of one thing, field by field. */
export function FieldChanges({
  fields,
  sides,
}: {
  fields: readonly FieldChange[]
  /** What both are called; then texts stand side by side, too, instead of as one. */
  sides?: Sides
}) {
  const { t } = useTranslation('changes')
  return (
    <Stack gap="xs">
      {fields.map((one) => (
        <div key={one.field}>
          <Text size="xs" c="dimmed">
            {placeName(one.field, t)}
          </Text>
          <Change change={one} sides={sides} />
        </div>
      ))}
    </Stack>
  )
}

function Change({
  change: { field, before, after },
  sides,
}: {
  change: FieldChange
  sides: Sides | undefined
}) {
  const { t } = useTranslation('changes')
  if (!sides && typeof before === 'string' && typeof after === 'string') {
    return <TextDifference before={before} after={after} />
  }
  // Of what is new or gone, one side says it all.
  const names = sides ?? {
    before: t(after === null ? 'removed' : 'before'),
    after: t(before === null ? 'added' : 'after'),
  }
  const shown = [
    { name: names.before, value: before },
    { name: names.after, value: after },
  ].filter(({ value }) => sides || value !== null)
  return (
    <SimpleGrid cols={{ base: 1, sm: shown.length }} spacing="xs">
      {shown.map(({ name, value }) => (
        <section key={name} aria-label={name}>
          <Text size="xs" fw={500}>
            {name}
          </Text>
          <ShownValue path={field} value={value} />
        </section>
      ))}
    </SimpleGrid>
  )
}
