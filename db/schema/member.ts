import { bool, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { workspace } from './workspace.ts'

/** A person's account. It belongs to no workspace; a member row ties it to each. */
export const user = table('user_account', {
  id: id(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text(),
  zone: text().notNull(),
  locale: text<'en' | 'ko'>().notNull(),
  failedLogins: int().notNull().default(0),
  lockedUntil: instant(),
  createdAt: instant().notNull(),
})

export const session = table(
  'session',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    userAgent: text().notNull(),
    address: text().notNull(),
  },
  (t) => [index('session_user').on(t.userId)],
)

export const member = table(
  'member',
  {
    id: id(),
    workspaceId: inWorkspace(),
    userId: text()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    role: text<'owner' | 'admin' | 'manager' | 'editor' | 'agent' | 'analyst' | 'viewer'>().notNull(),
    /** True when the workspace role holds only in the teams of team_member. */
    narrowed: bool().notNull().default(false),
    /** Which notifications also go by e-mail, by MailKind; absent = the default of notification-mail.rules. */
    mailKinds: json<Record<string, boolean>>().notNull(),
    removedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('member_user').on(t.workspaceId, t.userId)],
)

export const team = table(
  'team',
  {
    id: id(),
    workspaceId: inWorkspace(),
    name: text().notNull(),
    kind: text<'hq' | 'region'>().notNull(),
    zone: text().notNull(),
    locale: text().notNull(),
    country: text().notNull(),
    archivedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index('team_workspace').on(t.workspaceId)],
)

export const teamMember = table(
  'team_member',
  {
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    memberId: text()
      .notNull()
      .references(() => member.id),
    /** Another role inside this team; null = the workspace role. */
    role: text<'manager' | 'editor' | 'agent' | 'analyst' | 'viewer'>(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.memberId] }),
    index('team_member_member').on(t.workspaceId, t.memberId),
  ],
)

export const invitation = table(
  'invitation',
  {
    id: id(),
    /** Null for the setup link of the first owner, which makes a workspace. */
    workspaceId: text().references(() => workspace.id),
    tokenHash: text().notNull().unique(),
    email: text().notNull(),
    role: text().notNull(),
    narrowed: bool().notNull().default(false),
    teamIds: json<string[]>().notNull(),
    invitedBy: text(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index('invitation_workspace').on(t.workspaceId)],
)

/** A bearer token of the API, stored as a hash. It acts as its member, within its scopes. */
export const apiToken = table(
  'api_token',
  {
    id: id(),
    workspaceId: inWorkspace(),
    memberId: text()
      .notNull()
      .references(() => member.id),
    name: text().notNull(),
    hash: text().notNull().unique(),
    scopes: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('api_token_workspace').on(t.workspaceId)],
)

/** The answer given to a creation with an Idempotency-Key, so that a retry gets the same one. */
export const idempotency = table(
  'idempotency',
  {
    workspaceId: inWorkspace(),
    /** Token or member, verb and key, so that two callers never share one. */
    scope: text().notNull(),
    requestHash: text().notNull(),
    response: json<unknown>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.scope] })],
)
