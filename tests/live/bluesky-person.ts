import { AtpAgent } from '@atproto/api'
import type { BlueskyNetwork } from './bluesky-network.ts'

export interface SeenPost {
  uri: string
  cid: string
  record: { text: string; facets?: { features: { $type: string }[] }[] }
  embed?: { images?: { alt: string }[] }
}

/** Somebody else on the network, with a client of their own that knows nothing of the product. */
export interface Person {
  post(uri: string): Promise<SeenPost>
  /** Newest first. */
  feedOf(handle: string): Promise<SeenPost[]>
  repliesTo(uri: string): Promise<SeenPost[]>
  /** Gives the address of the reply. */
  reply(uri: string, text: string): Promise<string>
  like(uri: string): Promise<void>
  /** Gives the address of the post that quotes it. */
  quote(uri: string, text: string): Promise<string>
}

export async function personOf(network: BlueskyNetwork, handle: string): Promise<Person> {
  const { appPassword } = await network.join(handle)
  const agent = new AtpAgent({ service: network.url })
  await agent.login({ identifier: handle, password: appPassword })
  const post = async (uri: string): Promise<SeenPost> => {
    await network.settle()
    const found = (await agent.getPosts({ uris: [uri] })).data.posts[0]
    if (!found) throw new Error(`no post ${uri}`)
    return found as unknown as SeenPost
  }
  return {
    post,
    async feedOf(actor) {
      const { data } = await agent.getAuthorFeed({ actor })
      return data.feed.map((item) => item.post as unknown as SeenPost)
    },
    async repliesTo(uri) {
      const { thread } = (await agent.getPostThread({ uri })).data
      const replies = (thread as { replies?: { post: unknown }[] }).replies ?? []
      return replies.map((one) => one.post as SeenPost)
    },
    async reply(uri, text) {
      const { cid } = await post(uri)
      const made = await agent.post({ text, reply: { root: { uri, cid }, parent: { uri, cid } } })
      await network.settle()
      return made.uri
    },
    async like(uri) {
      const { cid } = await post(uri)
      await agent.like(uri, cid)
      await network.settle()
    },
    async quote(uri, text) {
      const { cid } = await post(uri)
      const embed = { $type: 'app.bsky.embed.record' as const, record: { uri, cid } }
      const made = await agent.post({ text, embed })
      await network.settle()
      return made.uri
    },
  }
}
