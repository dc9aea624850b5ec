import {
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { useTranslation } from 'react-i18next'

interface Dragged {
  name: string
  /** Where it stands, from 1. */
  number: number
}

/** Dragging by mouse, finger and keyboard, and what is said of it to those who don't see it. */
export function useDragging(of: (key: UniqueIdentifier) => Dragged) {
  const { t } = useTranslation('steps')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const accessibility = {
    screenReaderInstructions: { draggable: t('drag.how') },
    announcements: {
      onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) =>
        t('drag.taken', { ...of(active.id) }),
      onDragOver: ({ active, over }: Over) =>
        over ? t('drag.over', { name: of(active.id).name, number: of(over.id).number }) : undefined,
      onDragEnd: ({ active, over }: Over) =>
        over
          ? t('drag.dropped', { name: of(active.id).name, number: of(over.id).number })
          : undefined,
      onDragCancel: ({ active }: { active: { id: UniqueIdentifier } }) =>
        t('drag.cancelled', { name: of(active.id).name }),
    },
  }
  return { sensors, accessibility }
}

interface Over {
  active: { id: UniqueIdentifier }
  over: { id: UniqueIdentifier } | null
}
