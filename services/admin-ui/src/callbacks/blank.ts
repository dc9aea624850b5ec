import type { Fields } from '~/resources/kinds'

export type CallbackFields = Fields<'callbacks'>

export const BLANK_CALLBACK: CallbackFields = {
  callback_data: '',
  handler_id: null,
  action: [{ type: 'edit' }],
  enabled: true,
}
