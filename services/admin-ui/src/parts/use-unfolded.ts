import { useState } from 'react'

/**
 * For what is shown in place of the button that asks for it. The button has the focus again when it
 * is closed.
 */
export function useUnfolded() {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  return {
    isOpen: state === 'open',
    close: () => setState('closed'),
    opener: { autoFocus: state === 'closed', onClick: () => setState('open') },
  }
}
