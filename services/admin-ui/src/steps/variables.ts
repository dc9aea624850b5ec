import { kindOf } from './kinds'
import type { Step } from './step'

/** Names that the steps give values to, those within others too, in the order of the alphabet. */
export function variablesOf(steps: readonly Step[]): string[] {
  const names = new Set<string>()
  const waiting = [...steps]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const kind = kindOf(step.type)
    for (const name of kind.variables?.(step) ?? []) if (name) names.add(name)
    for (const { steps: inner } of kind.branches?.(step) ?? []) waiting.push(...(inner ?? []))
  }
  return [...names].sort()
}
