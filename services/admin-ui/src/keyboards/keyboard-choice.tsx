import './texts'
import { Button, Drawer, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { ConflictPanel } from '~/resources/editor/conflict-panel'
import { useList } from '~/resources/queries'
import { useMay } from '~/session/session'
import { KeyboardDrawing } from './drawing'
import { KeyboardForm } from './keyboard-form'
import { useKeyboardRows } from './rows'
import { useKeyboardEditor } from './use-keyboard-editor'

/** Which keyboard stands under an answer; it can be built here, beside what is being typed. */
export function KeyboardChoice({
  value,
  onChange,
  error,
}: {
  value: number | null
  onChange: (id: number | null) => void
  error?: string | undefined
}) {
  const { t } = useTranslation('keyboards')
  const mayEdit = useMay('editor')
  const { items } = useList('keyboards')
  const rows = useKeyboardRows(value)?.rows
  const [open, setOpen] = useState<'none' | 'new' | 'present'>('none')
  return (
    <Stack gap="xs">
      <Select
        label={t('choice.label')}
        placeholder={t('choice.none')}
        nothingFoundMessage={t('choice.nothing')}
        searchable
        clearable
        limit={50}
        value={value === null ? null : String(value)}
        data={items.map((one) => ({ value: String(one.id), label: one.name }))}
        onChange={(id) => onChange(id === null ? null : Number(id))}
        error={error}
      />
      {rows && <KeyboardDrawing rows={rows} />}
      {mayEdit && (
        <Group gap="xs">
          {value !== null && (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('present')}>
              {t('choice.open')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {t('choice.make')}
          </Button>
        </Group>
      )}
      <Drawer
        opened={open !== 'none'}
        onClose={() => setOpen('none')}
        position="right"
        size="lg"
        title={t(open === 'present' ? 'choice.open' : 'choice.make')}
      >
        {open !== 'none' && (
          <KeyboardInDrawer
            id={open === 'present' ? value : null}
            done={(id) => {
              onChange(id)
              setOpen('none')
            }}
          />
        )}
      </Drawer>
    </Stack>
  )
}

function KeyboardInDrawer({ id, done }: { id: number | null; done: (id: number) => void }) {
  const { t } = useTranslation(['keyboards', 'common'])
  const keyboard = useKeyboardEditor(id)
  const { editor } = keyboard
  if (editor.isPending) return <Waiting />

  async function save(): Promise<void> {
    const view = await editor.save()
    if (view !== null) done(view.id)
  }

  return (
    <Stack>
      {editor.conflict ? (
        <ConflictPanel
          kind="keyboards"
          conflict={editor.conflict}
          fieldName={(field) => t(`form.${field as 'name'}`)}
          settle={editor.settle}
        />
      ) : (
        <ProblemAlert error={editor.error} shown={(one) => one.field !== ''} />
      )}
      <KeyboardForm {...keyboard} />
      <Button
        loading={editor.isSaving}
        disabled={!editor.isDirty || editor.conflict !== null}
        onClick={() => void save()}
      >
        {t('common:actions.save')}
      </Button>
    </Stack>
  )
}
