import { and, desc, eq, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { post, variant } from '#db/schema.ts'
import { submitPost } from '../approval/submit-post.ts'
import { withdrawPost } from '../approval/withdraw-post.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { unschedulePost } from '../delivery/unschedule-post.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { archivePost, restorePost } from '../post/archive-post.ts'
import { changePost, changePostInput } from '../post/change-post.ts'
import { createPost, createPostInput } from '../post/create-post.ts'
import { editPost, editPostInput } from '../post/edit-post.ts'
import { exportPosts } from '../post/export-posts.ts'
import { STAGES } from '../post/stage.rules.ts'
import { byId } from './named.ts'
import { idPlace, pageOf, paging, placeOf } from './page.ts'
import { POST, showPost, showPosts } from './post-shape.ts'
import { act, type Route, read } from './route.ts'

const id = z.string().max(100).optional()
/** As in the board's address; `none` for what nobody has. */
const filters = {
  q: z.string().max(200).optional().describe('Words that all occur in the title or a label'),
  campaign: id,
  channel: id,
  assignee: id,
  team: id,
  label: id,
}

const list = read({
  path: '/posts',
  name: 'listPosts',
  summary: 'Posts, the newest first',
  scope: 'post:read',
  query: z.strictObject({
    ...paging,
    stage: z.enum(STAGES).optional(),
    workingId: z.string().optional().describe('Drafts in this working stage of a team'),
    teamId: z.string().optional(),
    campaignId: z.string().optional(),
    channelId: z.string().optional().describe('Posts with a variant for this channel'),
    updatedSince: z.coerce.number().int().optional().describe('Epoch milliseconds'),
    archived: z.enum(['true', 'false']).default('false'),
  }),
  output: { pageOf: POST },
  async run(ctx, { query }) {
    const teams = teamsWith(ctx.grants, 'post:read')
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const db = ctx.store.read
    const onChannel =
      query.channelId === undefined
        ? undefined
        : db
            .select({ id: variant.postId })
            .from(variant)
            .where(
              and(
                eq(variant.workspaceId, ctx.workspaceId),
                eq(variant.channelId, query.channelId),
                isNull(variant.removedAt),
              ),
            )
    const rows = await db
      .select()
      .from(post)
      .where(
        and(
          eq(post.workspaceId, ctx.workspaceId),
          query.archived === 'true' ? isNotNull(post.archivedAt) : isNull(post.archivedAt),
          teams === 'all' ? undefined : inArray(post.teamId, teams),
          query.stage && eq(post.stage, query.stage),
          query.workingId === undefined
            ? undefined
            : and(eq(post.stage, 'draft'), eq(post.workingId, query.workingId)),
          query.teamId === undefined ? undefined : eq(post.teamId, query.teamId),
          query.campaignId === undefined ? undefined : eq(post.campaignId, query.campaignId),
          query.updatedSince === undefined ? undefined : gte(post.updatedAt, query.updatedSince),
          onChannel && inArray(post.id, onChannel),
          before === undefined ? undefined : lt(post.id, before),
        ),
      )
      .orderBy(desc(post.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: await showPosts(db, ctx.workspaceId, items), next }
  },
})

const exported = (format: 'csv' | 'json', file: string) =>
  read({
    path: `/posts.${format}`,
    name: `exportPosts${format === 'csv' ? 'Csv' : 'Json'}`,
    summary: `Every post under the filters of the board, as a file (${format.toUpperCase()})`,
    scope: 'post:read',
    query: z.strictObject(filters),
    output: { file },
    async run(ctx, { query }) {
      const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
      return exportPosts(ctx, { format, search: new URLSearchParams(given).toString() })
    },
  })

const one = read({
  path: '/posts/{id}',
  name: 'getPost',
  summary: 'One post with its variants',
  scope: 'post:read',
  params: byId,
  output: POST,
  run: (ctx, { params }) => showPost(ctx.store.read, ctx, params.id),
})

const create = act({
  method: 'post',
  path: '/posts',
  name: 'createPost',
  summary: 'Makes a post, with a variant for each channel named',
  scope: 'post:write',
  body: createPostInput.strict(),
  output: POST,
  creates: true,
  run: (ctx, { body }) => createPost(ctx, body),
  show: (db, ctx, { id }) => showPost(db, ctx, id),
})

const change = act({
  method: 'patch',
  path: '/posts/{id}',
  name: 'changePost',
  summary: 'Changes what a card says of a post; what is not named stays',
  scope: 'post:write',
  params: byId,
  body: changePostInput.omit({ id: true, from: true }).strict(),
  output: POST,
  run: (ctx, { params, body }) => changePost(ctx, { ...body, id: params.id }),
  show: (db, ctx, { id }) => showPost(db, ctx, id),
})

const edit = act({
  method: 'put',
  path: '/posts/{id}/content',
  name: 'editPost',
  summary: 'Changes text or pictures, based on a revision; a newer one refuses the change',
  scope: 'post:write',
  params: byId,
  body: editPostInput.omit({ postId: true }).strict(),
  output: POST,
  run: (ctx, { params, body }) => editPost(ctx, { ...body, postId: params.id }),
  show: (db, ctx, _, { params }) => showPost(db, ctx, params.id),
})

const schedule = act({
  method: 'post',
  path: '/posts/{id}/schedule',
  name: 'schedulePost',
  summary: 'Plans an approved post on all its channels',
  scope: 'post:schedule',
  params: byId,
  body: schedulePost.input.omit({ id: true }).strict(),
  output: POST,
  run: (ctx, { params, body }) => schedulePost(ctx, { ...body, id: params.id }),
  show: (db, ctx, _, { params }) => showPost(db, ctx, params.id),
})

/** Acts that take nothing but the post. */
const simple = (
  path: string,
  name: string,
  summary: string,
  scope: 'post:write' | 'post:submit' | 'post:schedule',
  run: (ctx: Parameters<typeof archivePost>[0], id: string) => Promise<unknown>,
): Route =>
  act({
    method: 'post',
    path: `/posts/{id}/${path}`,
    name,
    summary,
    scope,
    params: byId,
    output: POST,
    run: (ctx, { params }) => run(ctx, params.id),
    show: (db, ctx, _, { params }) => showPost(db, ctx, params.id),
  })

export const postRoutes: Route[] = [
  list,
  exported('csv', 'text/csv'),
  exported('json', 'application/json'),
  one,
  create,
  change,
  edit,
  schedule,
  simple('submit', 'submitPost', 'Puts a post up for review', 'post:submit', (ctx, postId) =>
    submitPost(ctx, { postId }),
  ),
  simple('withdraw', 'withdrawPost', 'Takes a post back to draft', 'post:write', (ctx, postId) =>
    withdrawPost(ctx, { postId, to: 'draft' }),
  ),
  simple('unschedule', 'unschedulePost', 'Takes a post off its slots', 'post:schedule', (ctx, id) =>
    unschedulePost(ctx, { id }),
  ),
  simple('archive', 'archivePost', 'Takes a post off the board', 'post:write', (ctx, id) =>
    archivePost(ctx, { id }),
  ),
  simple('restore', 'restorePost', 'Puts an archived post back', 'post:write', (ctx, id) =>
    restorePost(ctx, { id }),
  ),
]
