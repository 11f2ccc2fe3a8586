import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useDirectory } from '../directory.tsx'
import { usePresenceStore } from '../presence/presence-room.tsx'
import { useHere } from '../presence/use-presence.ts'
import { followStore, stopFollowing } from './follow-store.ts'
import { scrollers, shiftOf, useHereAddress } from './use-view-report.ts'
import { pageBehind, postOf, readView, type View } from './view.rules.ts'

/** Whoever is followed may be away for this long, ms: between two pages, or without a connection. After the first it is said. */
const SAID_MS = 3_000
const AWAY_MS = 15_000

/**
 * Shows me what the one sees whom I follow. Where I go myself, or Esc, ends it. Says whether they look at something that
 * I may not read (then I stay on the page behind it), and whether they are away: after a while that ends it.
 * @param left told when it was ended because they stayed away
 */
export function useFollowing(left: () => void): { uid: string | null; hidden: boolean; away: boolean } {
  const uid = useStore(followStore, (state) => state.uid)
  const { roster } = usePresenceStore()
  const { slug } = useDirectory().workspace
  const navigate = useNavigate()
  const here = useHereAddress()
  const [hidden, setHidden] = useState(false)
  const [away, setAway] = useState(false)
  const ended = useRef(left)
  ended.current = left
  /** Where I was led of late: of two steps close to each other the first may come after the second was begun. */
  const led = useRef([here])
  const read = useRef<{ post: string; may: Promise<boolean> } | null>(null)
  const told = useSyncExternalStore(
    (listener) => roster.subscribe(`look ${uid}`, listener),
    () => (uid === null ? null : roster.look(uid)),
    () => null,
  )

  // Where I am is not where I was led: I went myself.
  useEffect(() => {
    if (followStore.getState().uid !== null && !led.current.includes(here)) stopFollowing()
  }, [here])
  const at = useRef(here)
  at.current = here

  useEffect(() => {
    if (uid === null) setHidden(false)
    const view = uid === null ? null : readView(told)
    if (!view) return
    let gone = false
    const post = postOf(view.to)
    if (post && read.current?.post !== post) read.current = { post, may: readable(slug, post) }
    void Promise.resolve(post ? read.current?.may : true).then((yes = false) => {
      if (gone || followStore.getState().uid !== uid) return
      setHidden(!yes)
      const to = yes ? view.to : pageBehind(view.to)
      led.current = [...led.current.filter((one) => one !== to), to].slice(-3)
      if (to !== at.current) navigate(`/w/${slug}/${to}`)
      scrollAs(view)
    })
    return () => {
      gone = true
    }
  }, [uid, told, slug, navigate])

  // What was told while the page was on its way.
  useEffect(() => {
    const view = uid === null ? null : readView(told)
    if (view?.to !== here) return
    const frame = requestAnimationFrame(() => scrollAs(view))
    return () => cancelAnimationFrame(frame)
  }, [uid, told, here])

  const present = useHere().some((person) => person.id === uid)
  useEffect(() => {
    setAway(false)
    if (uid === null || present) return
    const timers = [
      setTimeout(setAway, SAID_MS, true),
      setTimeout(() => {
        stopFollowing()
        ended.current()
      }, AWAY_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [uid, present])

  useEffect(() => {
    if (uid === null) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.preventDefault()
      stopFollowing()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [uid])
  return { uid, hidden, away }
}

/** Scrolls what scrolls here as far as they have. */
function scrollAs(view: View): void {
  for (const [index, one] of scrollers().entries()) {
    const [left, top] = view.scroll[index] ?? []
    if (left !== undefined && top !== undefined) one.scrollTo({ left, top: top + shiftOf(one) })
  }
}

/** Whether I may read a post. Without the server nothing is opened anyway. */
const readable = (slug: string, id: string): Promise<boolean> =>
  fetch(`/w/${slug}/post/${id}/draft`).then(
    (answer) => answer.ok,
    () => false,
  )
