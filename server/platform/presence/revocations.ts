import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { matchesRoom, type PresenceClaims } from './token.ts'

/** Whose connections to cut: a person, a room or `prefix*`, or a person in a room. At least one is given. */
export type Cut = { uid?: string; room?: string }

type Revocation = Cut & { at: number; until: number }

/** Longer than any token lives, so that a revocation may be forgotten after it. */
export const LONGEST_TTL_SECONDS = 24 * 3600

/**
 * Remembers cuts until every token issued before them has ended; on disk, because the signing key survives a
 * restart and therefore the tokens do. `file` null keeps them in memory only.
 */
export function openRevocations(file: string | null) {
  let list: Revocation[] = []
  if (file) {
    try {
      list = JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      // None yet, or a torn write: tokens are short-lived, starting empty is safe enough to go on.
    }
  }
  return {
    add(cut: Cut, now = Date.now()) {
      list = list.filter((entry) => entry.until > now)
      list.push({ ...cut, at: now, until: now + LONGEST_TTL_SECONDS * 1000 })
      if (!file) return
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(list), { mode: 0o600 })
    },
    /** Was this token issued before a cut that names its bearer or this room? */
    covers(claims: PresenceClaims, room: string): boolean {
      return list.some((entry) => claims.at <= entry.at && cutMatches(entry, claims.uid, room))
    },
  }
}

export function cutMatches(cut: Cut, uid: string, room: string): boolean {
  if (cut.uid === undefined && cut.room === undefined) return false
  if (cut.uid !== undefined && cut.uid !== uid) return false
  return cut.room === undefined || matchesRoom(cut.room, room)
}
