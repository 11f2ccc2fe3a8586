import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useHere, useReport } from '../live/presence/use-presence.ts'
import { FacesHere } from '../ui/faces-here.tsx'
import { useBoard } from './board-context.tsx'

/** Tells the others where I am on this page, and the cards where the others are. Draws nothing. */
export function BoardPresence({ page, openPost }: { page: string; openPost: string | null }) {
  const { focus } = useBoard()
  const dragged = useStore(focus.store, (state) => state.dragged)
  const here = useHere()
  useReport({
    page,
    focus: openPost ? `post:${openPost}` : null,
    drag: dragged ? `post:${dragged}` : null,
  })
  useEffect(() => focus.setPeople(here), [focus, here])
  return null
}

/** Who else is here. */
export function HereStack() {
  const people = useHere()
  return <FacesHere people={people} />
}
