import type { Fields } from '~/resources/kinds'

export const BLANK_BUTTON: Fields<'buttons'> = {
  label: '',
  kind: 'callback',
  data: null,
  url: null,
  style: null,
  icon: null,
}
