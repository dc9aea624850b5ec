import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'

/** Of the handler with this id; a dash for none. */
export function HandlerName({ id }: { id: number | null }) {
  const { data } = useOne('handlers', id)
  return data ? nameOf('handlers', data) : '—'
}
