import './texts'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { Waiting } from '~/parts/waiting'
import { NotFound } from '~/shell/not-found'
import { SECTIONS } from './sections'
import classes from './statistics.module.css'

const FIRST = 'overview'

/** What people do with the bot. The period goes along from one section to another. */
export function Statistics() {
  const { t } = useTranslation('statistics')
  const { section = FIRST } = useParams({ strict: false })
  const sections = useRef<HTMLElement>(null)
  // On a phone there are more than fit side by side.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the section says which link is the present one
  useEffect(() => {
    const present = sections.current?.querySelector('[aria-current]')
    present?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [section])
  const Screen = SECTIONS.find((one) => one.name === section)?.Screen
  if (Screen === undefined) return <NotFound />
  return (
    <Page title={t('title')}>
      <nav ref={sections} className={classes.sections} aria-label={t('sections.label')}>
        {SECTIONS.map(({ name }) => (
          <Link
            key={name}
            to="/statistics/{-$section}"
            params={{ section: name === FIRST ? undefined : name }}
            search={true}
            activeOptions={{ exact: true, includeSearch: false }}
            className={classes.section}
          >
            {t(`sections.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Waiting />}>
        <Screen />
      </Suspense>
    </Page>
  )
}
