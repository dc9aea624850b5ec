import { Accordion, NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fields } from '~/resources/kinds'
import { SendingOptions } from './sending-options'

const NAME = 'more'

/** What few handlers need, folded; what is wrong there unfolds it. */
export function MoreFields({
  value,
  set,
  errorOf,
}: {
  value: Fields<'handlers'>
  set: (part: Partial<Fields<'handlers'>>) => void
  errorOf: (field: string, parts?: boolean) => string | undefined
}) {
  const { t } = useTranslation('handlers')
  const [opened, setOpened] = useState<string | null>(null)
  const isWrong = errorOf('options', true) ?? errorOf('priority')
  return (
    <Accordion variant="contained" value={isWrong ? NAME : opened} onChange={setOpened}>
      <Accordion.Item value={NAME}>
        <Accordion.Control>{t('form.more')}</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <SendingOptions
              value={value.options ?? {}}
              onChange={(options) => set({ options })}
              errorOf={errorOf}
            />
            <NumberInput
              label={t('form.priority')}
              description={t('form.priorityHelp')}
              value={value.priority ?? 0}
              error={errorOf('priority')}
              onChange={(priority) => set({ priority: Number(priority) || 0 })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
