import './texts'
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { SECTIONS } from './sections'
import classes from './statistics.module.css'

/** What people do with the bot. The period goes along from one part to another. */
export function Statistics() {
  const { t } = useTranslation('statistics')
  return (
    <Page title={t('title')}>
      <nav className={classes.sections} aria-label={t('sections.label')}>
        {SECTIONS.map(({ name, to }) => (
          <Link
            key={name}
            to={to}
            search={true}
            activeOptions={{ exact: true, includeSearch: false }}
            className={classes.section}
          >
            {t(`sections.${name}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  )
}
