import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { may, type Permission } from '#server/member/permission.rules.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'
import { useEvents } from './live.tsx'
import { useReadAgain } from './read-again.ts'

const DirectoryContext = createContext<Directory | null>(null)

/** What a directory says to everybody alike, for `Kept`: who reads it, and when, is left out. */
export const saidToAll = ({ head: _head, presence: _presence, me: _me, ...rest }: Directory): unknown[] =>
  Object.values(rest)

/** Hands a directory on to a piece that is rendered apart from its page. */
export const DirectoryCarrier = DirectoryContext.Provider

/** Events after which people, teams, channels, campaigns or pauses have other names or are others. */
const CHANGES = /^(workspace|member|team|channel|campaign|label|pause|stage)\./

/** People, teams, channels, campaigns and who I am, kept current. */
export function DirectoryProvider({ directory, children }: { directory: Directory; children: ReactNode }) {
  const readAgain = useReadAgain()
  useEvents(directory.head, (event) => {
    if (CHANGES.test(event.type)) readAgain()
  })
  return <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>
}

export function useDirectory(): Directory {
  const directory = useContext(DirectoryContext)
  if (!directory) throw new Error('useDirectory outside of a workspace')
  return directory
}

/** Whether I may, in a team (null: in no team's; undefined: anywhere). Greys the button; the server decides again. */
export function useMay(): (permission: Permission, teamId?: string | null) => boolean {
  const { me } = useDirectory()
  return useMemo(() => (permission, teamId) => may(me.grants, permission, teamId), [me.grants])
}

/** Whether a list of teams (as `members[].reads` has them) holds one. */
export const inTeam = (teams: 'all' | readonly string[], teamId: string): boolean =>
  teams === 'all' || teams.includes(teamId)

/** The path of a page in this workspace: `path('board')` is `/w/acme/board`. */
export function usePath(): (page: string) => string {
  const { slug } = useDirectory().workspace
  return useMemo(() => (page) => `/w/${slug}/${page}`, [slug])
}
