import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Person } from './asking'
import { Pairs } from './pairs'

const CHATS = ['private', 'group', 'supergroup', 'channel'] as const

/** Whom the bot answers, and what it knows of the person. */
export function PersonForm({
  person,
  onChange,
}: {
  person: Person
  onChange: (person: Person) => void
}) {
  const { t } = useTranslation('chat')
  const set = (part: Partial<Person>) => onChange({ ...person, ...part })
  const field = (name: 'firstName' | 'lastName' | 'username' | 'language') => (
    <TextInput
      size="xs"
      label={t(`tryIt.fields.${name}`)}
      maxLength={64}
      value={person[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing="xs" verticalSpacing={4}>
        {field('firstName')}
        {field('lastName')}
        {field('username')}
        {field('language')}
      </SimpleGrid>
      <Checkbox
        size="xs"
        label={t('tryIt.fields.premium')}
        checked={person.premium}
        onChange={(event) => set({ premium: event.currentTarget.checked })}
      />
      <NativeSelect
        size="xs"
        label={t('tryIt.fields.chat')}
        value={person.chat}
        data={CHATS.map((value) => ({ value, label: t(`tryIt.fields.chats.${value}`) }))}
        onChange={(event) => set({ chat: event.currentTarget.value as Person['chat'] })}
      />
      <Pairs
        title={t('tryIt.fields.variables')}
        nameLabel={t('tryIt.fields.variable')}
        addLabel={t('tryIt.fields.addVariable')}
        values={person.variables}
        first=""
        onChange={(variables) => set({ variables })}
        input={(name, value, change) => (
          <TextInput
            size="xs"
            label={name}
            value={value}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      />
      <Pairs
        title={t('tryIt.fields.subscriptions')}
        nameLabel={t('tryIt.fields.channel')}
        addLabel={t('tryIt.fields.addSubscription')}
        values={person.subscriptions}
        first={true}
        onChange={(subscriptions) => set({ subscriptions })}
        input={(name, value, change) => (
          <Checkbox
            size="xs"
            label={name}
            checked={value}
            onChange={(event) => change(event.currentTarget.checked)}
          />
        )}
      />
    </Stack>
  )
}
