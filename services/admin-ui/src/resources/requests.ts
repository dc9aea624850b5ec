import { answered, api, type Changed, changed, ifMatch } from '~/api/client'
import { type Place, placePrefix } from '~/place/place'
import type { Fields, Kind, Patch, View } from './kinds'
import { once } from './once'

const PAGE = 200

export interface ListFilter {
  q?: string | undefined
  sort?: string | undefined
  enabled?: boolean | undefined
  /** Of buttons and keyboards. */
  kind?: string | undefined
  keyboard_id?: number | undefined
  handler_id?: number | undefined
}

export interface Page<K extends Kind> {
  items: View<K>[]
  next_cursor: string | null
}

/*
 * The four resources, live and in drafts, have the same operations. The generated types know each
 * address by itself, so one of them stands for all here, and the results get their own types.
 */
type Any = never

export function listPage<K extends Kind>(
  at: Place,
  kind: K,
  filter: ListFilter,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<Page<K>> {
  const query = { ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) }
  return answered(
    api.GET(address(at, kind) as '/api/v1/handlers', {
      params: { query: query as Any },
      ...(signal ? { signal } : {}),
    }),
  ) as Promise<unknown> as Promise<Page<K>>
}

export function readOne<K extends Kind>(at: Place, kind: K, id: number): Promise<View<K>> {
  return answered(
    api.GET(`${address(at, kind)}/{entity_id}` as '/api/v1/handlers/{entity_id}', {
      params: { path: { entity_id: id } },
    }),
  ) as Promise<unknown> as Promise<View<K>>
}

export function createOne<K extends Kind>(
  at: Place,
  kind: K,
  fields: Fields<K>,
): Promise<Changed<View<K>>> {
  const path = address(at, kind)
  return once(path, fields, (header) =>
    changed(api.POST(path as '/api/v1/handlers', { params: { header }, body: fields as Any })),
  ) as Promise<unknown> as Promise<Changed<View<K>>>
}

/** Refused with 412 where it has not the `version` any more. */
export function changeOne<K extends Kind>(
  at: Place,
  kind: K,
  id: number,
  version: number,
  patch: Patch<K>,
): Promise<Changed<View<K>>> {
  return changed(
    api.PATCH(`${address(at, kind)}/{entity_id}` as '/api/v1/handlers/{entity_id}', {
      params: { path: { entity_id: id }, header: ifMatch(version) },
      body: patch as Any,
    }),
  ) as Promise<unknown> as Promise<Changed<View<K>>>
}

export async function deleteOne(at: Place, kind: Kind, id: number): Promise<number | null> {
  const done = await changed(
    api.DELETE(`${address(at, kind)}/{entity_id}` as '/api/v1/handlers/{entity_id}', {
      params: { path: { entity_id: id } },
    }),
  )
  return done.seq
}

export interface Bulk<K extends Kind> {
  create?: Fields<K>[]
  update?: (Patch<K> & { id: number; version?: number })[]
  delete?: { id: number; version?: number }[]
}

export interface BulkResult<K extends Kind> {
  created: View<K>[]
  updated: View<K>[]
  deleted: number[]
  seq: number
}

/** All or nothing; at most 500 of each. */
export async function changeMany<K extends Kind>(
  at: Place,
  kind: K,
  bulk: Bulk<K>,
): Promise<BulkResult<K>> {
  const path = `${address(at, kind)}/bulk`
  const done = await once(path, bulk, (header) =>
    changed(api.POST(path as '/api/v1/handlers/bulk', { params: { header }, body: bulk as Any })),
  )
  return done.data as unknown as BulkResult<K>
}

function address(at: Place, kind: Kind): string {
  return `${placePrefix(at)}/${kind}`
}
