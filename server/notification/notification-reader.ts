import { newId } from '#db/id.ts'
import { notification } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { mayHear } from '../event/audience.rules.ts'
import type { LogRow } from '../event/feed.ts'
import type { Reader } from '../event/reader.ts'
import { readPeople } from '../member/people.reads.ts'
import { mailLater } from './mail-later.ts'
import { NOTICES, type Notice } from './notices.ts'

/** Nobody is told of what is older than this (an import, the demo), ms. */
const NEWS_FOR = 3 * 86_400_000

/** Tells members what concerns them: one row and one live event each, never to oneself, never what one may not see. */
export const notificationReader: Reader = {
  name: 'notification',
  async handle(tx, row) {
    const tell = NOTICES[row.type as keyof typeof NOTICES] as
      | ((data: unknown, tx: Tx, row: LogRow) => Notice[] | Promise<Notice[]>)
      | undefined
    if (!tell || row.at < tx.now - NEWS_FOR) return
    const notices = await tell(row.data, tx, row)
    if (!notices.some(({ to }) => to.some(Boolean))) return
    const people = await readPeople(tx.db, tx.ctx.workspaceId)
    const by = people.find(({ id }) => id === row.memberId)?.name ?? ''
    const told = new Set<string>()
    for (const { kind, to, title = '', what = '', team, practice, canvasThread } of notices)
      for (const memberId of to) {
        const person = people.find(({ id }) => id === memberId)
        if (!person || person.id === row.memberId || told.has(person.id)) continue
        if (!mayHear(row.audience, person.id, person.grants)) continue
        told.add(person.id)
        const id = newId()
        const { subjectId } = row
        const data = {
          byId: row.memberId,
          by,
          title,
          what,
          ...(team && { team }),
          ...(canvasThread && { canvasThread }),
        }
        const key = { workspaceId: tx.ctx.workspaceId, memberId: person.id, n: row.n, kind }
        const mail = practice ? {} : await mailLater(tx, person.id, kind)
        await tx.db.insert(notification).values({ id, ...key, subjectId, data, at: row.at, ...mail })
        emit(tx, 'notification.added', { id, kind }, { subjectId: id, audience: { memberId: person.id } })
      }
  },
}
