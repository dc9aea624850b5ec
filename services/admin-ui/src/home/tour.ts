import i18next from 'i18next'
import { useEffect } from 'react'

const KEY = 'botloom.tour'
const STOPS = ['handlers', 'keyboards', 'callbacks', 'map', 'statistics', 'history'] as const

/** Shows somebody who is here for the first time around, once. */
export function useFirstTour(isWanted: boolean): void {
  useEffect(() => {
    if (isWanted && localStorage.getItem(KEY) === null) void showTour()
  }, [isWanted])
}

/** Walks through the menu. Where the menu is folded away, the words stand in the middle. */
export async function showTour(): Promise<void> {
  localStorage.setItem(KEY, 'shown')
  const [{ driver }] = await Promise.all([import('driver.js'), import('driver.js/dist/driver.css')])
  const t = i18next.getFixedT(null, 'home')
  driver({
    showProgress: true,
    nextBtnText: t('steps.next'),
    prevBtnText: t('steps.previous'),
    doneBtnText: t('steps.done'),
    progressText: t('steps.progress', { current: '{{current}}', total: '{{total}}' }),
    steps: STOPS.map((stop) => {
      const element = document.querySelector(`[data-place="${stop}"]`)
      const popover = { title: t(`steps.${stop}.title`), description: t(`steps.${stop}.text`) }
      return isSeen(element) ? { element, popover } : { popover }
    }),
  }).drive()
}

function isSeen(element: Element | null): element is Element {
  if (element === null) return false
  const { left, right } = element.getBoundingClientRect()
  return right > 0 && left < window.innerWidth
}
