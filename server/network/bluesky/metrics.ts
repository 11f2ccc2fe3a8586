import type { Agent, AppBskyFeedDefs } from '@atproto/api'
import type { Counts, Io, Profile } from '../connector.ts'
import { guarded } from './problem.ts'
import { memberOf } from './session.ts'

// The server takes no more in one call.
const BATCH = 25

/** The posts that still exist among `uris`, as the network shows them. */
export async function viewsOf(uris: readonly string[], agent: Agent): Promise<AppBskyFeedDefs.PostView[]> {
  const views: AppBskyFeedDefs.PostView[] = []
  for (let at = 0; at < uris.length; at += BATCH) {
    const batch = uris.slice(at, at + BATCH) as `at://${string}`[]
    const { data } = await agent.getPosts({ uris: batch })
    views.push(...data.posts)
  }
  return views
}

export function countsOf(view: AppBskyFeedDefs.PostView, at: number): Counts {
  return {
    remoteId: view.uri,
    at,
    values: {
      likes: view.likeCount ?? 0,
      comments: view.replyCount ?? 0,
      shares: (view.repostCount ?? 0) + (view.quoteCount ?? 0),
    },
  }
}

export async function metrics(ids: readonly string[], io: Io): Promise<Counts[]> {
  const agent = await memberOf(io)
  const uris = [...new Set(ids)].filter((id) => id.startsWith('at://'))
  const views = await guarded({ wrote: false, now: io.now }, () => viewsOf(uris, agent))
  return views.map((view) => countsOf(view, io.now()))
}

export async function profile(io: Io): Promise<Profile> {
  const agent = await memberOf(io)
  const actor = io.account.remoteId as `did:${string}:${string}`
  const { data } = await guarded({ wrote: false, now: io.now }, () => agent.getProfile({ actor }))
  return {
    remoteId: data.did,
    handle: data.handle,
    name: data.displayName || data.handle,
    avatarUrl: data.avatar ?? null,
    url: `https://bsky.app/profile/${data.did}`,
    followers: data.followersCount ?? null,
    posts: data.postsCount ?? null,
  }
}
