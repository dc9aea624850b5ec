import { diffWordsWithSpace } from 'diff'
import classes from './changes.module.css'

/** Two texts as one: what is gone is struck through, what is new is underlined. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  return (
    <div className={classes.text}>
      {diffWordsWithSpace(before, after).map((part, at) => {
        const Tag = part.removed ? 'del' : part.added ? 'ins' : 'span'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text are nothing but their place
          <Tag key={at}>{part.value}</Tag>
        )
      })}
    </div>
  )
}
