import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '~/api/problem'
import type { Button } from '~/resources/kinds'
import { changeMany, listPage } from '~/resources/requests'
import { useStagedButtons } from './staged-buttons'

vi.mock('~/resources/requests')
vi.mock('~/live/live')

const TEA: Button = {
  id: 5,
  version: 3,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  label: 'Tea',
  kind: 'callback',
  data: 'tea',
  url: null,
  style: null,
  icon: null,
}

let stored: Button[]
let refused: Partial<Record<string, Problem>>

beforeEach(() => {
  stored = [TEA]
  refused = {}
  vi.mocked(changeMany).mockReset()
  vi.mocked(listPage).mockImplementation(
    async () => ({ items: [...stored], next_cursor: null }) as never,
  )
  vi.mocked(changeMany).mockImplementation((async (
    _: unknown,
    kind: string,
    bulk: { create?: object[] },
  ) => {
    const problem = refused[kind]
    if (problem) throw problem
    const created = (bulk.create ?? []).map((one, at) => ({ ...TEA, ...one, id: 100 + at }))
    if (kind === 'buttons') stored = [...stored, ...created]
    return { created, updated: [], deleted: [], seq: 1 }
  }) as never)
})

async function staged() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(useStagedButtons, { wrapper })
  await waitFor(() => expect(result.current.get(TEA.id)).toBeDefined())
  return result
}

function requests(kind: string) {
  return vi
    .mocked(changeMany)
    .mock.calls.filter((call) => call[1] === kind)
    .map((call) => call[2])
}

describe('buttons of a keyboard that is being built', () => {
  it('are made once, also where what their press shows is refused at first', async () => {
    const buttons = await staged()
    let id = 0
    act(() => {
      id = buttons.current.add({ label: 'Cake', kind: 'callback', data: 'cake' })
    })
    act(() => buttons.current.setShows(id, 7))
    refused.callbacks = new Problem({ code: 'internal', status: 500 })
    const onMade = vi.fn()

    let isDone = true
    await act(async () => {
      isDone = await buttons.current.save([id], onMade)
    })
    expect(isDone).toBe(false)
    expect(onMade).toHaveBeenCalledWith(new Map([[id, 100]]))
    expect(buttons.current.problem?.status).toBe(500)

    refused = {}
    await act(async () => {
      isDone = await buttons.current.save([100], onMade)
    })
    expect(isDone).toBe(true)
    expect(requests('buttons')).toHaveLength(1)
    expect(requests('callbacks').at(-1)?.create).toEqual([{ callback_data: 'cake', handler_id: 7 }])
  })

  it('stay typed where they are refused, with what is wrong at each', async () => {
    const buttons = await staged()
    let id = 0
    act(() => {
      id = buttons.current.add({ label: '', kind: 'callback', data: 'cake' })
    })
    refused.buttons = new Problem({
      code: 'invalid',
      status: 422,
      errors: [{ field: 'create[0].label', rule: 'required', detail: 'is needed' }],
    })
    const onMade = vi.fn()
    await act(async () => {
      await buttons.current.save([id], onMade)
    })
    expect(onMade).not.toHaveBeenCalled()
    expect(buttons.current.get(id)?.data).toBe('cake')
    expect(buttons.current.errorOf(id, 'label')?.rule).toBe('required')
    expect(buttons.current.wrong.map((one) => one.id)).toEqual([id])
  })

  it('are not made where they were taken off the keyboard again', async () => {
    const buttons = await staged()
    act(() => {
      buttons.current.add({ label: 'Cake', kind: 'callback', data: 'cake' })
    })
    await act(async () => {
      expect(await buttons.current.save([TEA.id], vi.fn())).toBe(true)
    })
    expect(requests('buttons')).toEqual([])
  })

  it('are changed from the version at which the change began', async () => {
    const buttons = await staged()
    act(() => buttons.current.change(TEA.id, { label: 'Green tea' }))
    expect(buttons.current.isDirty).toBe(true)
    await act(async () => {
      await buttons.current.save([TEA.id], vi.fn())
    })
    expect(requests('buttons')[0]?.update).toMatchObject([
      { id: TEA.id, version: 3, label: 'Green tea' },
    ])
    expect(buttons.current.isDirty).toBe(false)
  })

  it('are unchanged when a change is taken back', async () => {
    const buttons = await staged()
    act(() => buttons.current.change(TEA.id, { label: 'Green tea' }))
    act(() => buttons.current.change(TEA.id, { label: 'Tea' }))
    expect(buttons.current.isDirty).toBe(false)
  })
})
