import { type DragEvent, useState } from 'react'

/** What an element needs so that a file can be dropped on it; of several the first is taken. */
export function useFileDrop(onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false)

  function over(event: DragEvent): void {
    if (!hasFiles(event)) return
    // Else the browser opens the file in place of the page.
    event.preventDefault()
    setOver(true)
  }

  function leave(event: DragEvent): void {
    // From one part of the element to another is no leaving.
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
  }

  function drop(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }

  const target = { onDragEnter: over, onDragOver: over, onDragLeave: leave, onDrop: drop }
  return { isOver, target }
}

/** A text can be dragged as well, into a field. */
function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
