import { sql } from 'drizzle-orm'
import type { Stage } from '../../server/post/stage.rules.ts'
import type { MediaItem, Options } from '../../server/version/content.rules.ts'
import { big, bytes, id, index, instant, int, json, ordered, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'

export const campaign = table(
  'campaign',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    name: text().notNull(),
    goal: text().notNull(),
    /** Hue of its mark, 0-11. */
    hue: int().notNull(),
    /** Local days, YYYY-MM-DD, both inclusive. */
    startsOn: text(),
    endsOn: text(),
    targets: json<{ metric: string; value: number }[]>().notNull(),
    /** In minor units of its currency (ISO 4217); null: none is set. */
    budget: big(),
    currency: text(),
    /** Plain text with paragraphs; a save names the revision it was based on. */
    brief: text().notNull().default(''),
    briefRevision: int().notNull().default(0),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [index('campaign_workspace').on(t.workspaceId)],
)

export const post = table(
  'post',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    campaignId: text().references(() => campaign.id),
    title: text().notNull(),
    /** Common text; variants inherit it or override it. */
    text: text().notNull(),
    media: json<MediaItem[]>().notNull(),
    /** Ids of its labels. */
    labels: json<string[]>().notNull(),
    assigneeId: text(),
    /** The least advanced variant's stage; its own while there is no variant. */
    stage: text<Stage>().notNull(),
    /** The working stage of its team it stands in while it is a draft; kept during review, so that it comes back there. */
    workingId: text(),
    /** Fractional index of its place within its stage. */
    rank: ordered().notNull(),
    /** The slot: local date and time, its zone, and the instant they resolve to. */
    sendLocal: text(),
    sendZone: text(),
    sendAt: instant(),
    /** By when the work on it shall be done. */
    dueAt: instant(),
    /** The series (series.ts) it began or is a copy of; the copies are named by the local day their rule gave them. */
    seriesId: text(),
    seriesDay: text(),
    /** Ticked items and all items of its checklists, and how much is attached: counted with each change of them. */
    checksDone: int().notNull().default(0),
    checksTotal: int().notNull().default(0),
    attachments: int().notNull().default(0),
    /** Rises with each change of content; a save names the one it was based on. */
    revision: int().notNull().default(0),
    /** Who holds the pen, and until when without a sign of life. */
    penMemberId: text(),
    penUntil: instant(),
    createdBy: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [
    index('post_stage').on(t.workspaceId, t.archivedAt, t.stage, t.rank),
    index('post_rank').on(t.workspaceId, t.rank),
    index('post_send').on(t.workspaceId, t.sendAt),
    index('post_campaign').on(t.workspaceId, t.campaignId),
    // Few posts stand in working stages: a limit is counted, and a removed stage emptied, by this.
    index('post_working').on(t.workspaceId, t.workingId).where(sql`working_id is not null`),
    // Making copies twice never doubles one.
    uniqueIndex('post_series').on(t.seriesId, t.seriesDay).where(sql`series_id is not null`),
  ],
)

export const variant = table(
  'variant',
  {
    id: id(),
    workspaceId: inWorkspace(),
    postId: text()
      .notNull()
      .references(() => post.id),
    channelId: text()
      .notNull()
      .references(() => channel.id),
    /** Null = the post's. */
    text: text(),
    media: json<MediaItem[]>(),
    options: json<Options>().notNull(),
    stage: text<Stage>().notNull(),
    /** Own send time; null = the post's. */
    sendLocal: text(),
    sendZone: text(),
    sendAt: instant(),
    /** Hash of the content that is in review or approved; null before. */
    versionHash: text(),
    submittedBy: text(),
    submittedAt: instant(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    index('variant_post').on(t.workspaceId, t.postId),
    uniqueIndex('variant_channel').on(t.postId, t.channelId),
    index('variant_by_channel').on(t.workspaceId, t.channelId),
    // Few variants have a time of their own: the calendar finds them among thousands.
    index('variant_send').on(t.workspaceId, t.sendAt).where(sql`send_at is not null`),
  ],
)

/** An immutable snapshot of a variant's content, named by its content hash. */
export const version = table(
  'version',
  {
    id: id(),
    workspaceId: inWorkspace(),
    variantId: text()
      .notNull()
      .references(() => variant.id),
    hash: text().notNull(),
    content: json<unknown>().notNull(),
    /** Everyone who edited the text up to here since the last approval: none of them may approve it. */
    authorIds: json<string[]>().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('version_hash').on(t.variantId, t.hash), index('version_workspace').on(t.workspaceId)],
)

/** Who edited a post's content, and when last (self-approval is judged by it). */
export const postEdit = table(
  'post_edit',
  {
    id: id(),
    workspaceId: inWorkspace(),
    postId: text()
      .notNull()
      .references(() => post.id),
    /** Null = the common content. */
    variantId: text(),
    memberId: text().notNull(),
    revision: int().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('post_edit_post').on(t.workspaceId, t.postId)],
)

export const decision = table(
  'decision',
  {
    id: id(),
    workspaceId: inWorkspace(),
    postId: text()
      .notNull()
      .references(() => post.id),
    variantId: text()
      .notNull()
      .references(() => variant.id),
    versionHash: text().notNull(),
    step: int().notNull(),
    kind: text<'approve' | 'changes' | 'reject'>().notNull(),
    comment: text().notNull(),
    memberId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('decision_variant').on(t.workspaceId, t.variantId),
    index('decision_post').on(t.workspaceId, t.postId),
  ],
)

export const asset = table(
  'asset',
  {
    id: id(),
    workspaceId: inWorkspace(),
    hash: text().notNull(),
    name: text().notNull(),
    mime: text().notNull(),
    size: int().notNull(),
    width: int().notNull(),
    height: int().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('asset_hash').on(t.workspaceId, t.hash)],
)

/** The bytes of an asset in one size, kept apart so that lists never read them. */
export const assetBlob = table(
  'asset_blob',
  {
    id: id(),
    workspaceId: inWorkspace(),
    assetId: text()
      .notNull()
      .references(() => asset.id),
    size: text<'original' | 'card'>().notNull(),
    mime: text().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [
    uniqueIndex('asset_blob_size').on(t.assetId, t.size),
    index('asset_blob_workspace').on(t.workspaceId),
  ],
)
