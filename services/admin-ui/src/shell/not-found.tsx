import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Nothing title={t('shell.notFound')}>
      <Button component={Link} to="/" variant="default">
        {t('places.home')}
      </Button>
    </Nothing>
  )
}
