/** Of an element that keeps the focus, as set by `keepsFocus`. */
const LIST = 'data-keeps-focus'
/** On each item of it. */
const ITEM = '[data-item]'
/** On the control of an item that removes it. */
const REMOVES = '[data-removes]:not(:disabled)'
/** On what gets the focus where no item is left; of several it is the last that is there. */
const ELSE = '[data-focus-else]:not(:disabled)'
const TABBABLE = 'button, a[href], input:not([type=hidden]), select, textarea, [tabindex="0"]'

interface Held {
  control: HTMLElement
  /** It is in no list within this one. */
  isOwn: boolean
  /** Which item it is in; -1 is none. */
  at: number
}

/**
 * For `ref` of what holds a list and the control that adds to it. A browser gives the focus of an
 * element that is removed to nothing, and whoever has no mouse begins at the top again: here it goes
 * to the same control of the item that came in its place, else of the one before it, else to
 * what adds.
 */
export function keepsFocus(list: HTMLElement | null): (() => void) | undefined {
  if (list === null) return undefined
  list.setAttribute(LIST, '')
  let held: Held | null = null

  /** Those of lists within this one are not its own. */
  const own = (selector: string, within: HTMLElement = list) =>
    [...within.querySelectorAll<HTMLElement>(selector)].filter(
      (one) => one.parentElement?.closest(`[${LIST}]`) === list,
    )
  const placeOf = (control: HTMLElement) => own(ITEM).findIndex((item) => item.contains(control))

  function take({ target }: FocusEvent): void {
    const control = target as HTMLElement
    const isOwn = control.closest(`[${LIST}]`) === list
    held = { control, isOwn, at: placeOf(control) }
  }

  function leave({ target }: FocusEvent): void {
    queueMicrotask(() => {
      const isLeft = isThere(target as HTMLElement)
      if (isLeft && held?.control === target && document.activeElement !== target) held = null
    })
  }

  function settle(): void {
    if (held?.control.isConnected) held.at = placeOf(held.control)
    // What happens in a list within this one is that one's business, while it is there.
    if (held?.isOwn) giveBack()
    else queueMicrotask(giveBack)
  }

  function giveBack(): void {
    if (held === null || document.activeElement !== document.body) return
    // A button is disabled while its work goes on; what becomes of it is seen then.
    if (held.control.isConnected) held.control.focus()
    else if (list?.isConnected) {
      const found = after(held.at) ?? own(ELSE).at(-1)
      if (found) found.focus()
      else focusItself()
    }
  }

  function after(at: number): HTMLElement | undefined {
    if (at === -1) return undefined
    const items = own(ITEM)
    const found = [items[at], items[at - 1]].map(
      (item) => item && (own(REMOVES, item)[0] ?? item.querySelector<HTMLElement>(TABBABLE)),
    )
    return found.find(Boolean) ?? undefined
  }

  function focusItself(): void {
    list?.setAttribute('tabindex', '-1')
    list?.focus({ preventScroll: true })
  }

  list.addEventListener('focusin', take)
  list.addEventListener('focusout', leave)
  const changes = new MutationObserver(settle)
  changes.observe(list, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  return () => {
    list.removeEventListener('focusin', take)
    list.removeEventListener('focusout', leave)
    changes.disconnect()
  }
}

function isThere(control: HTMLElement): boolean {
  return control.isConnected && !control.matches(':disabled')
}
