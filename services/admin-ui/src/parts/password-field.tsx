import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A field for a password, with a way to see it that Tab reaches as well. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': t('session.show') }}
      {...props}
    />
  )
}
