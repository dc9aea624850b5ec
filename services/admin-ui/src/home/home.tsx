import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'

export function Home() {
  const { t } = useTranslation()
  return <Page title={t('places.home')}>{null}</Page>
}
