interface Waiting<Value> {
  key: number
  resolve: (value: Value) => void
  reject: (reason: unknown) => void
}

/**
 * Answers many single questions by few requests: what is asked for within `waitMs` goes together, at
 * most `most` at once. What is aborted meanwhile is not asked for. `read` has a value for each key.
 */
export function batched<Value>(
  read: (keys: number[]) => Promise<ReadonlyMap<number, Value>>,
  { waitMs, most }: { waitMs: number; most: number },
): (key: number, signal: AbortSignal) => Promise<Value> {
  let waiting: Waiting<Value>[] = []

  async function send(together: Waiting<Value>[]): Promise<void> {
    try {
      const values = await read([...new Set(together.map((one) => one.key))])
      for (const { key, resolve, reject } of together) {
        const value = values.get(key)
        if (value === undefined) reject(new Error(`no answer for ${key}`))
        else resolve(value)
      }
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
  }

  function sendAll(): void {
    const all = waiting
    waiting = []
    for (let from = 0; from < all.length; from += most) void send(all.slice(from, from + most))
  }

  return (key, signal) =>
    new Promise((resolve, reject) => {
      const one = { key, resolve, reject }
      if (waiting.length === 0) setTimeout(sendAll, waitMs)
      waiting.push(one)
      signal.addEventListener('abort', () => {
        waiting = waiting.filter((other) => other !== one)
        reject(signal.reason)
      })
    })
}
