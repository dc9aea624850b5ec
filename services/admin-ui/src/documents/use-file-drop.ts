import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Takes a file that is dropped anywhere on the page, of several the first. Beside the place that is
 * meant for it the browser would open it, and what was typed would be gone with the page. Tells
 * whether one is held over the page.
 */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(onFile)

  useEffect(() => {
    function over(event: DragEvent): void {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }

    function leave(event: DragEvent): void {
      // From one element to another is no leaving; out of the window there is no other.
      if (event.relatedTarget === null) setOver(false)
    }

    function drop(event: DragEvent): void {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) take(file)
    }

    const handlers = { dragenter: over, dragover: over, dragleave: leave, drop }
    for (const [name, handle] of Object.entries(handlers)) {
      document.addEventListener(name, handle as EventListener)
    }
    return () => {
      for (const [name, handle] of Object.entries(handlers)) {
        document.removeEventListener(name, handle as EventListener)
      }
    }
  }, [])

  return isOver
}

/** A text can be dragged as well, into a field. */
function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
