import type { KindOfStep } from '../kind'
import type { StepKind } from '../step'
import { alert } from './alert'
import { approve } from './approve'
import { ask } from './ask'
import { decline } from './decline'
import { deleteMessage } from './delete'
import { edit } from './edit'
import { forward } from './forward'
import { notify } from './notify'
import { random } from './random'
import { reply } from './reply'
import { request } from './request'
import { setVariable } from './set'
import { show } from './show'
import { stop } from './stop'
import { toast } from './toast'
import { typing } from './typing'
import { wait } from './wait'
import { when } from './when'

/** Every kind that the API has, in the order of the menu. */
const KINDS: { [K in StepKind]: KindOfStep<K> } = {
  reply,
  edit,
  show,
  toast,
  alert,
  typing,
  delete: deleteMessage,
  ask,
  set: setVariable,
  request,
  when,
  wait,
  random,
  stop,
  notify,
  forward,
  approve,
  decline,
}

export const STEP_KINDS = Object.keys(KINDS) as StepKind[]

export function kindOf<K extends StepKind>(type: K): KindOfStep<K> {
  return KINDS[type]
}
