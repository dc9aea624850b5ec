/**
 * Tells the server's error of a field; with `parts`, also of what is inside of it. Another function
 * means other errors.
 */
export type ErrorOf = (field: string, parts?: boolean) => string | undefined

/** Where in a form something stands: `action[0].then[2]`. */
export interface Spot {
  path: string
  errorOf: ErrorOf
  readOnly: boolean
  /** Names of variables that the action knows, to choose from. */
  variables: readonly string[]
}

export function inside(spot: Spot, field: string): Spot {
  return { ...spot, path: `${spot.path}.${field}` }
}

export function errorAt(spot: Spot, field: string, parts = false): string | undefined {
  return spot.errorOf(`${spot.path}.${field}`, parts)
}
