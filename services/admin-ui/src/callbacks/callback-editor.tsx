import './texts'
import { Menu, Stack, Switch } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, TryIt } from '~/chat/try-it'
import { useFieldErrors } from '~/parts/field-errors'
import { EditorPage } from '~/resources/editor/editor-page'
import { Findings } from '~/resources/editor/findings'
import { useEditor } from '~/resources/editor/use-editor'
import { BLANK_CALLBACK, type CallbackFields } from './blank'
import { CallbackUses } from './callback-uses'
import { DataField } from './data-field'
import { WhatItDoes } from './what-it-does'

/** What of the linter needs other words here than of a handler. */
const FINDINGS = ['never_wins', 'overlap'] as const

/** `begin` is what the form of a new one shows at first. */
export function CallbackEditor({ id, begin }: { id: number | null; begin?: CallbackFields }) {
  const { t } = useTranslation(['callbacks', 'common'])
  const editor = useEditor('callbacks', id, BLANK_CALLBACK, begin)
  const errorOf = useFieldErrors(editor.error)
  const navigate = useNavigate()
  const { value, set, saved, isGone } = editor
  const changes = useMemo((): Change[] => {
    const of = saved === null || isGone ? {} : { id: saved.id }
    return [{ entity: 'callback', ...of, fields: value }]
  }, [value, saved, isGone])

  function findingText(code: string): string | undefined {
    const known = FINDINGS.find((one) => one === code)
    return known && t(`findings.${known}`)
  }

  return (
    <EditorPage
      editor={editor}
      title={saved ? saved.callback_data : t('new')}
      about={t('one')}
      fieldName={(field) => t(`form.${field as 'action'}`)}
      isOwnField={(field) => /^(callback_data|handler_id|enabled|action)\b/.test(field)}
      menu={
        id !== null && (
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/callbacks/new', search: { of: id } })}
          >
            {t('common:actions.duplicate')}
          </Menu.Item>
        )
      }
      aside={
        <Stack>
          {saved && (
            <>
              <Findings kind="callbacks" id={saved.id} textOf={findingText} />
              <CallbackUses one={saved} />
            </>
          )}
          <TryIt changes={changes} hint={t('tryIt')} />
        </Stack>
      }
    >
      <DataField
        value={value.callback_data}
        onChange={(callback_data) => set({ callback_data })}
        error={errorOf('callback_data')}
      />
      <WhatItDoes editor={editor} errorOf={errorOf} />
      <Switch
        label={t('form.enabled')}
        description={t('enabledHelp')}
        checked={value.enabled ?? true}
        error={errorOf('enabled')}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
    </EditorPage>
  )
}
