import './texts'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { SECTIONS } from './sections'
import classes from './statistics.module.css'

/** What people do with the bot. The period goes along from one part to another. */
export function Statistics() {
  const { t } = useTranslation('statistics')
  const sections = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone they are more than fit side by side.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says which one is open
  useEffect(() => {
    const open = sections.current?.querySelector('[aria-current]')
    open?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <Page title={t('title')}>
      <nav ref={sections} className={classes.sections} aria-label={t('sections.label')}>
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
