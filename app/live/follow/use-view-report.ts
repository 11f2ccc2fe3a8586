import { useLocation } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { teamsWith } from '#server/member/permission.rules.ts'
import { useDirectory } from '../directory.tsx'
import { samplePause } from '../presence/presence.rules.ts'
import { usePresenceStore } from '../presence/presence-room.tsx'
import { followStore } from './follow-store.ts'
import { allReadMine, spelledOut, withoutWords, writeView } from './view.rules.ts'

/** Scrolling is told at most this often, ms; less often the more people there are. */
const PAUSE_MS = 120

/** The parts of the page that scroll, in their order. */
export const scrollers = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('#content [data-scroller]'),
]

/** How much further down the same instant stands here than on UTC's clocks, px. */
export const shiftOf = ({ dataset }: HTMLElement): number => Number(dataset.shift ?? 0)

/** The address I am at within the workspace. */
export function useHereAddress(): string {
  const { slug } = useDirectory().workspace
  const { pathname, search } = useLocation()
  return pathname.slice(`/w/${slug}/`.length) + search
}

/** Tells the others what I look at, so that they can follow, and whether I ask them to. */
export function useViewReport(): void {
  const { reporter, roster } = usePresenceStore()
  const address = useHereAddress()
  const { members, me } = useDirectory()
  const open = useMemo(
    () =>
      allReadMine(
        teamsWith(me.grants, 'post:read'),
        members.map((one) => one.reads.posts),
      ),
    [members, me.grants],
  )
  const to = open ? address : withoutWords(address)
  const asks = useStore(followStore, (state) => state.asks)
  useEffect(() => {
    const look = () =>
      writeView({
        to: spelledOut(to, document.querySelector<HTMLElement>('#content [data-shown]')?.dataset.shown ?? ''),
        scroll: scrollers().map((one) => [one.scrollLeft, one.scrollTop - shiftOf(one)]),
      })
    const report = reporter.report({ view: look(), asks })
    let timer: ReturnType<typeof setTimeout> | undefined
    const scrolled = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          report.change({ view: look(), asks })
        },
        Math.max(PAUSE_MS, samplePause(roster.size() + 1)),
      )
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true })
      clearTimeout(timer)
      report.end()
    }
  }, [reporter, roster, to, asks])
}
