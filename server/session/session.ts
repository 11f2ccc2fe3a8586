import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { Engine } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { session, user } from '#db/schema.ts'
import { hashSecret } from '../platform/vault.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, UserFacts>
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: UserFacts
  }
}
interface SessionFacts {
  createdAt: number
  seenAt: number
  userAgent: string
  address: string
}
interface UserFacts {
  email: string
  name: string
  zone: string
  locale: 'en' | 'ko'
}

/** How often "last seen" is written, ms. */
const SEEN_EVERY = 5 * 60_000

// Every request asks it.
const sessionOf = prepared((db) =>
  db
    .select({
      session,
      user: { id: user.id, email: user.email, name: user.name, zone: user.zone, locale: user.locale },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.id, sql.placeholder('id'))),
)

/** Sessions by Lucia, behind this one module. The database keeps a hash of the cookie's value, never the value. */
export function createSessions(store: Engine, now: () => number) {
  const lucia = new Lucia(adapterOf(store), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: 'hubbub_session', attributes: { sameSite: 'lax', path: '/' } },
    getSessionAttributes: (row) => row,
    getUserAttributes: (row) => row,
  })
  const cookie = (value: string, secure: boolean, maxAge: number) =>
    `${lucia.sessionCookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`

  return {
    /** Begins a session; gives the Set-Cookie value. */
    async begin(userId: string, facts: { userAgent: string; address: string; secure: boolean }) {
      const at = now()
      const made = await lucia.createSession(userId, {
        createdAt: at,
        seenAt: at,
        userAgent: facts.userAgent.slice(0, 300),
        address: facts.address,
      })
      return { id: hashSecret(made.id), setCookie: cookie(made.id, facts.secure, 30 * 86_400) }
    },
    /** Who a Cookie header belongs to. `fresh` cookies (extended sessions) are to be set again. */
    async read(cookieHeader: string | undefined, secure: boolean) {
      const value = lucia.readSessionCookie(cookieHeader ?? '')
      if (!value) return
      const { session: found, user: account } = await lucia.validateSession(value)
      if (!found || !account) return
      const id = hashSecret(value)
      if (now() - found.seenAt > SEEN_EVERY) {
        await store.write((db) => db.update(session).set({ seenAt: now() }).where(eq(session.id, id)))
      }
      return {
        sessionId: id,
        user: { ...account, id: account.id },
        setCookie: found.fresh ? cookie(value, secure, 30 * 86_400) : undefined,
      }
    },
    /** Which of these sessions (by their stored ids) have not ended. */
    async alive(ids: string[]): Promise<Set<string>> {
      const rows = await store.read
        .select({ id: session.id })
        .from(session)
        .where(and(inArray(session.id, ids), gt(session.expiresAt, now())))
      return new Set(rows.map(({ id }) => id))
    },
    /** The sessions of an account, newest first. */
    list: (userId: string) =>
      store.read.select().from(session).where(eq(session.userId, userId)).orderBy(desc(session.seenAt)),
    /** Ends one session of an account (by its stored id); true when there was one. */
    async end(userId: string, sessionId: string): Promise<boolean> {
      const gone = await store.write((db) =>
        db
          .delete(session)
          .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
          .returning({ id: session.id }),
      )
      return gone.length > 0
    },
    endAll: (userId: string) => lucia.invalidateUserSessions(userId),
    removeExpired: () => lucia.deleteExpiredSessions(),
    clearCookie: (secure: boolean) => cookie('', secure, 0),
  }
}

export type Sessions = ReturnType<typeof createSessions>

function adapterOf(store: Engine): Adapter {
  const toLucia = (row: typeof session.$inferSelect, id: string): DatabaseSession => ({
    id,
    userId: row.userId,
    expiresAt: new Date(row.expiresAt),
    attributes: {
      createdAt: row.createdAt,
      seenAt: row.seenAt,
      userAgent: row.userAgent,
      address: row.address,
    },
  })
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const [row] = await sessionOf(store.read, { id: hashSecret(id) })
      if (!row) return [null, null]
      const { id: userId, ...attributes } = row.user
      return [toLucia(row.session, id), { id: userId, attributes }]
    },
    async getUserSessions(userId) {
      const rows = await store.read.select().from(session).where(eq(session.userId, userId))
      return rows.map((row) => toLucia(row, row.id))
    },
    async setSession(made) {
      await store.write((db) =>
        db.insert(session).values({
          id: hashSecret(made.id),
          userId: made.userId,
          expiresAt: made.expiresAt.getTime(),
          ...made.attributes,
        }),
      )
    },
    async updateSessionExpiration(id, expiresAt) {
      await store.write((db) =>
        db
          .update(session)
          .set({ expiresAt: expiresAt.getTime() })
          .where(eq(session.id, hashSecret(id))),
      )
    },
    async deleteSession(id) {
      await store.write((db) => db.delete(session).where(eq(session.id, hashSecret(id))))
    },
    async deleteUserSessions(userId) {
      await store.write((db) => db.delete(session).where(eq(session.userId, userId)))
    },
    async deleteExpiredSessions() {
      await store.write((db) => db.delete(session).where(lte(session.expiresAt, Date.now())))
    },
  }
}
