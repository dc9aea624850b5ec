import { Group, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Branch } from '../branch'
import { FilledText } from '../fields/filled-text'
import { JsonField } from '../fields/json-field'
import { PairsField } from '../fields/pairs-field'
import type { FieldsProps, KindOfStep } from '../kind'
import { More } from '../more'
import { errorAt, inside } from '../spot'
import type { StepOf } from '../step'

type Method = NonNullable<StepOf<'request'>['method']>

const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const WITHOUT_BODY: Method[] = ['GET', 'DELETE']

const TIMEOUT_SECONDS = 10

export const request: KindOfStep<'request'> = {
  icon: IconWorld,
  group: 'dialogue',
  make: () => ({ type: 'request', url: '' }),
  variables: (step) => Object.keys(step.save ?? {}),
  branches: (step) => [{ title: (t) => t('request.onError'), steps: step.on_error }],
  summary: (step) => `${step.method ?? 'GET'} ${step.url || '…'}`,
  Fields: RequestFields,
}

function RequestFields({ step, set, spot }: FieldsProps<'request'>) {
  const { t } = useTranslation('steps')
  const method = step.method ?? 'GET'
  return (
    <>
      <Group align="flex-start" gap="xs">
        <NativeSelect
          label={t('request.method')}
          disabled={spot.readOnly}
          value={method}
          error={errorAt(spot, 'method')}
          onChange={(event) => {
            const next = event.currentTarget.value as Method
            set({
              method: next === 'GET' ? undefined : next,
              ...(WITHOUT_BODY.includes(next) ? { body: undefined } : {}),
            })
          }}
          data={METHODS}
        />
        <div style={{ flex: '1 1 220px' }}>
          <FilledText
            label={t('request.url')}
            placeholder="https://api.example.org/orders?person={user_id}"
            value={step.url}
            onChange={(url) => set({ url })}
            error={errorAt(spot, 'url')}
            rows={1}
            spot={spot}
            required
          />
        </div>
      </Group>
      {!WITHOUT_BODY.includes(method) && (
        <JsonField
          label={t('request.body')}
          description={t('request.bodyHelp')}
          field="body"
          value={step.body}
          onChange={(body) => set({ body })}
          spot={spot}
        />
      )}
      <PairsField
        label={t('request.save')}
        description={t('request.saveHelp')}
        field="save"
        nameLabel={t('request.variable')}
        valueLabel={t('request.path')}
        value={step.save ?? {}}
        onChange={(save) => set({ save: isEmpty(save) ? undefined : save })}
        spot={spot}
      />
      <Branch
        title={t('request.onError')}
        steps={step.on_error ?? []}
        onChange={(steps) => set({ on_error: steps.length === 0 ? undefined : steps })}
        spot={inside(spot, 'on_error')}
      />
      <More fields={['headers', 'timeout_seconds']} step={step} spot={spot}>
        <Stack>
          <PairsField
            label={t('request.headers')}
            description={t('request.headersHelp')}
            field="headers"
            nameLabel={t('request.header')}
            valueLabel={t('request.value')}
            value={step.headers ?? {}}
            onChange={(headers) => set({ headers: isEmpty(headers) ? undefined : headers })}
            spot={spot}
          />
          <NumberInput
            label={t('request.timeout')}
            description={t('request.timeoutHelp')}
            readOnly={spot.readOnly}
            value={step.timeout_seconds ?? TIMEOUT_SECONDS}
            error={errorAt(spot, 'timeout_seconds')}
            onChange={(seconds) =>
              set({ timeout_seconds: seconds === '' ? undefined : Number(seconds) })
            }
          />
        </Stack>
      </More>
    </>
  )
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0
}
