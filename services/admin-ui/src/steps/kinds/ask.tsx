import { Collapse, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Branch } from '../branch'
import { DurationField } from '../fields/duration-field'
import { FilledText } from '../fields/filled-text'
import { TextsField } from '../fields/texts-field'
import { VariableField } from '../fields/variable-field'
import type { FieldsProps, KindOfStep } from '../kind'
import { More } from '../more'
import { errorAt, inside } from '../spot'
import type { StepOf } from '../step'

type Answer = NonNullable<StepOf<'ask'>['answer']>

const ANSWERS: Answer[] = ['text', 'number', 'phone', 'email', 'date', 'choice']

/** https://core.telegram.org/bots/api#sendmessage */
const TEXT_MAX = 4096

const DEFAULTS = { attempts: 5, timeout_seconds: 86_400 }

export const ask: KindOfStep<'ask'> = {
  icon: IconHelpCircle,
  group: 'dialogue',
  make: () => ({ type: 'ask', variable: '', question: '' }),
  variables: (step) => [step.variable],
  branches: (step) => [
    { title: (t) => t('ask.onCancel'), steps: step.on_cancel },
    { title: (t) => t('ask.onTimeout'), steps: step.on_timeout },
  ],
  summary: (step, t) =>
    t('ask.summary', { question: step.question || '…', name: step.variable || '…' }),
  Fields: AskFields,
}

function AskFields({ step, set, spot }: FieldsProps<'ask'>) {
  const { t } = useTranslation('steps')
  const answer = step.answer ?? 'text'
  return (
    <>
      <FilledText
        label={t('ask.question')}
        description={t('ask.questionHelp')}
        value={step.question ?? ''}
        onChange={(question) => set({ question })}
        error={errorAt(spot, 'question')}
        most={TEXT_MAX}
        spot={spot}
      />
      <NativeSelect
        label={t('ask.answer')}
        description={t(`ask.answersHelp.${answer}`)}
        disabled={spot.readOnly}
        value={answer}
        error={errorAt(spot, 'answer')}
        onChange={(event) => {
          const next = event.currentTarget.value as Answer
          set({
            answer: next === 'text' ? undefined : next,
            choices: next === 'choice' ? (step.choices ?? []) : undefined,
          })
        }}
        data={ANSWERS.map((value) => ({ value, label: t(`ask.answers.${value}`) }))}
      />
      <Collapse expanded={answer === 'choice'}>
        <TextsField
          label={t('ask.choices')}
          field="choices"
          value={step.choices ?? []}
          onChange={(choices) => set({ choices })}
          spot={spot}
        />
      </Collapse>
      <VariableField
        label={t('ask.variable')}
        description={t('ask.variableHelp', { name: step.variable || 'city' })}
        value={step.variable}
        onChange={(variable) => set({ variable })}
        spot={spot}
      />
      <TextInput
        label={t('ask.cancel')}
        description={t('ask.cancelHelp')}
        placeholder={t('ask.cancelExample')}
        readOnly={spot.readOnly}
        value={step.cancel ?? ''}
        error={errorAt(spot, 'cancel')}
        onChange={(event) => set({ cancel: event.currentTarget.value || undefined })}
      />
      <More
        fields={['retry', 'attempts', 'timeout_seconds', 'on_cancel', 'on_timeout']}
        step={step}
        spot={spot}
      >
        <Stack>
          <FilledText
            label={t('ask.retry')}
            description={t('ask.retryHelp')}
            value={step.retry ?? ''}
            onChange={(retry) => set({ retry: retry || undefined })}
            error={errorAt(spot, 'retry')}
            spot={spot}
          />
          <NumberInput
            label={t('ask.attempts')}
            description={t('ask.attemptsHelp')}
            readOnly={spot.readOnly}
            allowDecimal={false}
            value={step.attempts ?? DEFAULTS.attempts}
            error={errorAt(spot, 'attempts')}
            onChange={(attempts) =>
              set({ attempts: attempts === '' ? undefined : Number(attempts) })
            }
          />
          <DurationField
            label={t('ask.timeout')}
            description={t('ask.timeoutHelp')}
            value={step.timeout_seconds ?? DEFAULTS.timeout_seconds}
            onChange={(timeout_seconds) => set({ timeout_seconds })}
            error={errorAt(spot, 'timeout_seconds')}
            readOnly={spot.readOnly}
          />
          <Branch
            title={t('ask.onCancel')}
            steps={step.on_cancel ?? []}
            onChange={(steps) => set({ on_cancel: steps.length === 0 ? undefined : steps })}
            spot={inside(spot, 'on_cancel')}
          />
          <Branch
            title={t('ask.onTimeout')}
            steps={step.on_timeout ?? []}
            onChange={(steps) => set({ on_timeout: steps.length === 0 ? undefined : steps })}
            spot={inside(spot, 'on_timeout')}
          />
        </Stack>
      </More>
    </>
  )
}
