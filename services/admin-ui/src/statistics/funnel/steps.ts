/** A step that is not chosen yet is empty. */
export type Steps = readonly string[]

const BEGIN: Steps = ['event:start', '']

/** What the builder begins with, and at least two. */
export function shownSteps(given: Steps | undefined): string[] {
  const steps = given ?? BEGIN
  return steps.length < 2 ? [...steps, ''] : [...steps]
}

export function areChosen(steps: Steps): boolean {
  return steps.every((step) => step !== '')
}

export function changedAt(steps: Steps, index: number, step: string): string[] {
  return steps.map((old, at) => (at === index ? step : old))
}

export function removedAt(steps: Steps, index: number): string[] {
  return steps.filter((_, at) => at !== index)
}

export function added(steps: Steps): string[] {
  return [...steps, '']
}

export function moved(steps: Steps, index: number, by: 1 | -1): string[] {
  const other = steps[index + by]
  const own = steps[index]
  if (other === undefined || own === undefined) return [...steps]
  return changedAt(changedAt(steps, index, other), index + by, own)
}
