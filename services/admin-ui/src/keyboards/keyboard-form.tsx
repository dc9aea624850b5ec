import './texts'
import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BLANK_BUTTON } from '~/buttons/blank'
import { keepsFocus } from '~/parts/keeps-focus'
import { useMay } from '~/session/session'
import { AddButton } from './add-button'
import { Builder } from './builder'
import { ChosenButton } from './chosen-button'
import { KeyboardOptions } from './keyboard-options'
import { at, insert, nearest, remove, type Spot, step } from './layout'
import { Refusals } from './refusals'
import type { KeyboardEditor } from './use-keyboard-editor'

const KINDS = ['inline', 'reply', 'remove'] as const

/** Name, kind, and the keyboard itself to build; for its page and for the drawer in a handler. */
export function KeyboardForm({ editor, buttons, errorOf }: Omit<KeyboardEditor, 'isOwnField'>) {
  const { t } = useTranslation('keyboards')
  const mayEdit = useMay('editor')
  const [chosen, setChosen] = useState<Spot | null>(null)
  const [adding, setAdding] = useState<Spot | null>(null)
  const { value, set } = editor
  const layout = value.layout ?? []
  const kind = value.kind ?? 'inline'
  const setLayout = (next: number[][]) => set({ layout: next })

  function add(id: number): void {
    if (adding === null) return
    setLayout(insert(layout, id, adding))
    setChosen(adding)
    setAdding(null)
  }

  function isWrong(row: number, place: number): boolean {
    const id = at(layout, { row, place })
    return (
      errorOf(`layout[${row}][${place}]`) !== undefined ||
      buttons.wrong.some((one) => one.id === id)
    )
  }

  const chosenId = chosen === null ? undefined : at(layout, chosen)
  return (
    <>
      <TextInput
        label={t('form.name')}
        description={t('nameHelp')}
        required
        value={value.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('form.kind')}
        allowDeselect={false}
        value={kind}
        error={errorOf('kind')}
        data={KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        onChange={(next) =>
          next &&
          set(
            next === 'remove'
              ? { kind: next, layout: [], options: {} }
              : { kind: next as typeof kind, options: {} },
          )
        }
      />
      {kind !== 'remove' && (
        <Stack ref={keepsFocus}>
          <Text size="sm" c="dimmed">
            {t('builder.help')}
          </Text>
          <Builder
            layout={layout}
            onChange={setLayout}
            buttons={buttons}
            chosen={chosen}
            onChoose={(spot) => {
              setChosen(spot)
              setAdding(null)
            }}
            onAdd={(spot) => {
              setAdding(spot)
              setChosen(null)
            }}
            isWrong={({ row, place }) => isWrong(row, place)}
            readOnly={!mayEdit}
          />
          <Refusals error={editor.error} buttons={buttons} />
          {errorOf('layout') && (
            <Text size="sm" c="red" role="alert">
              {errorOf('layout')}
            </Text>
          )}
          {adding && (
            <AddButton
              onPick={add}
              onNew={() =>
                add(buttons.add({ ...BLANK_BUTTON, kind: kind === 'reply' ? 'text' : 'callback' }))
              }
            />
          )}
          {mayEdit && chosen && chosenId !== undefined && (
            <ChosenButton
              key={chosenId}
              id={chosenId}
              keyboardId={editor.saved?.id ?? null}
              buttons={buttons}
              isReply={kind === 'reply'}
              placeError={errorOf(`layout[${chosen.row}][${chosen.place}]`)}
              onMove={(direction) => {
                const next = step(layout, chosen, direction)
                setLayout(next)
                setChosen(spotAfter(layout, next, chosen))
              }}
              onTakeOut={() => {
                const rest = remove(layout, chosen)
                setLayout(rest)
                setChosen(nearest(rest, chosen))
              }}
            />
          )}
        </Stack>
      )}
      <KeyboardOptions
        kind={kind}
        value={value.options ?? {}}
        onChange={(options) => set({ options })}
        errorOf={errorOf}
      />
    </>
  )
}

/** Where the button of `spot` stands now. */
function spotAfter(before: number[][], after: number[][], spot: Spot): Spot {
  const id = at(before, spot)
  for (const [row, ids] of after.entries()) {
    for (const [place, one] of ids.entries()) {
      if (one === id && at(before, { row, place }) !== id) return { row, place }
    }
  }
  return spot
}
