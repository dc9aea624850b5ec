import {
  Button,
  Card,
  FileButton,
  Group,
  Stack,
  Switch,
  Text,
  Textarea,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectChanges } from '~/changes/object-changes'
import { LeavingGuard } from '~/parts/leaving-guard'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { useMay } from '~/session/session'
import classes from './import-card.module.css'
import { useFileDrop } from './use-file-drop'
import { isOutdated, useImport } from './use-import'

const FILE_MAX = 16 * 2 ** 20

/** A document in: its plan first, which everybody may look at, then carrying out just that. */
export function ImportCard() {
  const { t } = useTranslation('changes')
  const [text, setText] = useState('')
  const [keepRest, setKeepRest] = useState(true)
  const [refusal, setRefusal] = useState('')
  const mayEdit = useMay('editor')
  const isOver = useFileDrop((file) => void read(file))
  const { plan, apply } = useImport(() => {
    showDone(t('documents.applied'))
    change({ text: '' })
  })
  const planned = plan.data
  const wasOutdated = isOutdated(apply.error)

  function look(): void {
    apply.reset()
    plan.mutate({ text, keepRest })
  }

  function change(next: { text?: string; keepRest?: boolean }): void {
    setText(next.text ?? text)
    setKeepRest(next.keepRest ?? keepRest)
    // The plan was of another document.
    plan.reset()
    apply.reset()
  }

  async function read(file: File | null): Promise<void> {
    if (file === null) return
    setRefusal(file.size > FILE_MAX ? t('documents.tooLarge') : '')
    if (file.size <= FILE_MAX) change({ text: await file.text() })
  }

  return (
    <Card
      withBorder
      component="section"
      aria-labelledby="import"
      className={classes.card}
      data-over={isOver || undefined}
    >
      <LeavingGuard when={text !== ''} />
      <Stack gap="sm">
        <Title order={2} size="h4" id="import">
          {t('documents.import')}
        </Title>
        <Group>
          <FileButton accept=".yaml,.yml,.json" onChange={(file) => void read(file)}>
            {(props) => (
              <Button variant="default" {...props}>
                {t('documents.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('documents.drop')}
          </Text>
          {refusal && (
            <Text c="red" size="sm" role="alert">
              {refusal}
            </Text>
          )}
        </Group>
        {!mayEdit && <Text size="sm">{t('documents.onlyLook')}</Text>}
        <Textarea
          label={t('documents.paste')}
          autosize
          minRows={6}
          maxRows={20}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Switch
          label={t('documents.rest')}
          checked={keepRest}
          onChange={(event) => change({ keepRest: event.currentTarget.checked })}
        />
        <ProblemAlert error={wasOutdated ? null : (apply.error ?? plan.error)} />
        {wasOutdated && <Text role="alert">{t('documents.outdated')}</Text>}
        {planned && planned.changes.length === 0 && <Text>{t('documents.nothing')}</Text>}
        {planned && planned.changes.length > 0 && (
          <>
            <Text size="sm">{t('counts', { ...planned.counts })}</Text>
            <ObjectChanges changes={planned.changes} />
          </>
        )}
        <Group>
          <Button
            variant={planned ? 'default' : 'filled'}
            disabled={text.trim() === ''}
            loading={plan.isPending}
            onClick={look}
          >
            {t('documents.plan')}
          </Button>
          {mayEdit && planned && planned.changes.length > 0 && (
            <Button
              loading={apply.isPending}
              onClick={() => apply.mutate({ text, keepRest, planned })}
            >
              {t('documents.apply')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  )
}
