import {
  IconApps,
  IconArrowUpRight,
  IconCopy,
  IconMapPin,
  IconPhone,
  IconShare,
} from '@tabler/icons-react'
import type { Fields } from '~/resources/kinds'
import classes from './button-face.module.css'

type Look = Pick<Fields<'buttons'>, 'label' | 'kind' | 'style'>

const ICONS: Partial<Record<NonNullable<Look['kind']>, typeof IconApps>> = {
  url: IconArrowUpRight,
  web_app: IconApps,
  copy_text: IconCopy,
  switch_inline: IconShare,
  switch_inline_current: IconShare,
  request_contact: IconPhone,
  request_location: IconMapPin,
}

/** A button as Telegram shows it; what it is put into makes it one to press. */
export function ButtonFace({ label, kind, style }: Look) {
  const Icon = kind && ICONS[kind]
  return (
    <span className={classes.face} data-style={style ?? undefined}>
      <span className={classes.label}>{label || '…'}</span>
      {Icon && <Icon size={12} className={classes.icon} aria-hidden />}
    </span>
  )
}
