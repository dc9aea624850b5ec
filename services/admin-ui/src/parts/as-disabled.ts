/**
 * For a button that has nothing to do just now. One that is disabled in earnest would lose the focus
 * to nowhere.
 */
export function asDisabled(isOff: boolean) {
  return isOff ? { 'data-disabled': true, 'aria-disabled': true } : {}
}
