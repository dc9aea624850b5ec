import type { Icon } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { Spot } from './spot'
import type { Part, Step, StepKind, StepOf } from './step'

/** Under which head a kind stands in the menu. */
export const GROUPS = ['answers', 'dialogue', 'order', 'team'] as const
export type Group = (typeof GROUPS)[number]

export interface FieldsProps<K extends StepKind> {
  step: StepOf<K>
  set: (part: Part<StepOf<K>>) => void
  spot: Spot
}

export interface BranchOfStep {
  /** When they are done. */
  title: (t: TFunction<'steps'>) => string
  steps: readonly Step[] | undefined
}

/** All that the editor knows of a kind of step. Its name and what it does are texts: `kinds.<kind>`. */
export interface KindOfStep<K extends StepKind> {
  icon: Icon
  group: Group
  make: () => StepOf<K>
  /** What this very step does, in a line; without it, what the kind does. */
  summary?: (step: StepOf<K>, t: TFunction<'steps'>) => string
  /** The same, where it has to look something up. */
  Summary?: ComponentType<{ step: StepOf<K> }>
  /** Lists of steps within it. */
  branches?: (step: StepOf<K>) => readonly BranchOfStep[]
  /** Names of the variables that it gives values to. */
  variables?: (step: StepOf<K>) => readonly string[]
  /** None: there is nothing to choose. */
  Fields?: ComponentType<FieldsProps<K>>
}
