import { MultiSelect, NativeSelect, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChatField } from '../fields/chat-field'
import { TextsField } from '../fields/texts-field'
import { VariableField } from '../fields/variable-field'
import { errorAt, type Spot } from '../spot'
import { patched } from '../step'
import { Comparison } from './comparison'
import { CHAT_KINDS, type Condition, type ConditionOf } from './condition'

const PEOPLE = ['premium', 'first_name', 'last_name', 'username', 'user_id'] as const

/** Those that many people's applications are in; any other may be typed. */
const LANGUAGES = ['ru', 'en', 'uk', 'de', 'es', 'fr', 'it', 'pt-br', 'tr', 'kk', 'uz', 'zh-hans']

export function ConditionFields({
  condition,
  onChange,
  spot,
}: {
  condition: Condition
  onChange: (condition: Condition) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  switch (condition.type) {
    case 'language':
      return (
        <TextsField
          label={t('conditions.languages')}
          description={t('conditions.languagesHelp')}
          field="among"
          suggestions={LANGUAGES}
          value={condition.among as string[]}
          onChange={(among) => onChange(patched(condition, { among }))}
          spot={spot}
        />
      )
    case 'chat':
      return (
        <MultiSelect
          label={t('conditions.chatKinds')}
          readOnly={spot.readOnly}
          value={condition.among}
          onChange={(among) =>
            onChange(patched(condition, { among: among as typeof condition.among }))
          }
          error={errorAt(spot, 'among', true)}
          data={CHAT_KINDS.map((value) => ({ value, label: t(`conditions.chats.${value}`) }))}
        />
      )
    case 'subscribed':
      return (
        <ChatField
          description={t('conditions.subscribedHelp')}
          value={condition.chat}
          onChange={(chat) => onChange(patched(condition, { chat }))}
          spot={spot}
        />
      )
    case 'variable':
      return (
        <Stack gap="xs">
          <VariableField
            label={t('conditions.variable')}
            description={t('conditions.variableHelp')}
            field="name"
            value={condition.name}
            onChange={(name) => onChange(patched(condition, { name }))}
            spot={spot}
          />
          <Comparison condition={condition} onChange={onChange} spot={spot} />
        </Stack>
      )
    case 'person':
      return <PersonFields condition={condition} onChange={onChange} spot={spot} />
  }
}

function PersonFields({
  condition,
  onChange,
  spot,
}: {
  condition: ConditionOf<'person'>
  onChange: (condition: Condition) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('conditions.field')}
        disabled={spot.readOnly}
        value={condition.field}
        error={errorAt(spot, 'field')}
        onChange={(event) => {
          const field = event.currentTarget.value as ConditionOf<'person'>['field']
          const rest = field === 'premium' ? { operator: undefined, value: undefined } : {}
          onChange(patched(condition, { field, ...rest }))
        }}
        data={PEOPLE.map((value) => ({ value, label: t(`conditions.people.${value}`) }))}
      />
      {condition.field !== 'premium' && (
        <Comparison condition={condition} onChange={onChange} spot={spot} />
      )}
    </Stack>
  )
}
