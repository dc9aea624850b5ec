import type { Schemas } from '~/api/client'

/** The four resources of a configuration, by their names in addresses. */
export interface Kinds {
  handlers: {
    view: Schemas['HandlerView']
    fields: Schemas['HandlerFields']
    patch: Schemas['HandlerPatch']
  }
  callbacks: {
    view: Schemas['CallbackView']
    fields: Schemas['CallbackFields']
    patch: Schemas['CallbackPatch']
  }
  buttons: {
    view: Schemas['ButtonView']
    fields: Schemas['ButtonFields']
    patch: Schemas['ButtonPatch']
  }
  keyboards: {
    view: Schemas['KeyboardView']
    fields: Schemas['KeyboardFields']
    patch: Schemas['KeyboardPatch']
  }
}

export type Kind = keyof Kinds
export type View<K extends Kind> = Kinds[K]['view']
export type Fields<K extends Kind> = Kinds[K]['fields']
export type Patch<K extends Kind> = Kinds[K]['patch']

export type Handler = View<'handlers'>
export type Callback = View<'callbacks'>
export type Button = View<'buttons'>
export type Keyboard = View<'keyboards'>

/** As events, problems and references name them. */
export type Entity = Schemas['Reference']['entity']

export const ENTITY_OF: Record<Kind, Entity> = {
  handlers: 'handler',
  callbacks: 'callback',
  buttons: 'button',
  keyboards: 'keyboard',
}

export const KIND_OF: Record<Entity, Kind> = {
  handler: 'handlers',
  callback: 'callbacks',
  button: 'buttons',
  keyboard: 'keyboards',
}

/** What a person calls it. */
export function nameOf<K extends Kind>(kind: K, one: View<K>): string {
  if (kind === 'handlers') return (one as Handler).title || (one as Handler).pattern
  if (kind === 'callbacks') return (one as Callback).callback_data
  if (kind === 'buttons') return (one as Button).label
  return (one as Keyboard).name
}
