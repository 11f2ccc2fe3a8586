import type { Agent, AppBskyFeedPost } from '@atproto/api'
import type { Io, Prepared, Sent, Standing } from '../connector.ts'
import { NetworkProblem } from '../network-problem.ts'
import { postUrl } from './bluesky.rules.ts'
import { reconcileMessages, sendMessage } from './chat.ts'
import { facetsOf } from './facets.ts'
import { fitPicture } from './picture.ts'
import { asNetworkProblem, guarded } from './problem.ts'
import { memberOf } from './session.ts'

const POST = 'app.bsky.feed.post'

type Ref = { uri: string; cid: string }

const sentAs = ({ uri, cid }: Ref): Sent => ({ remoteId: uri, url: postUrl(uri), ref: { uri, cid } })

// root and parent take {uri, cid} and nothing else, or the server refuses the record.
function replyOf(prepared: Prepared, part: number, sent: readonly Sent[]) {
  const target = prepared.replyTo
  const before = part > 0 ? sent[part - 1]?.ref : undefined
  const first = part > 0 ? sent[0]?.ref : undefined
  if (part > 0 && !(before && first))
    throw new NetworkProblem('rejected', 'an earlier part has not been sent')
  const parent = before ?? (target && { uri: target.parentUri, cid: target.parentCid })
  const root = target ? { uri: target.rootUri, cid: target.rootCid } : first
  if (!parent || !root) return undefined
  return { root: { uri: root.uri, cid: root.cid }, parent: { uri: parent.uri, cid: parent.cid } }
}

async function imagesOf(media: Prepared['draft']['parts'][number]['media'], agent: Agent, io: Io) {
  const images = []
  for (const { id, alt } of media) {
    const picture = await fitPicture(await io.media(id))
    const { data } = await agent.uploadBlob(picture.bytes, { encoding: picture.mime })
    const aspectRatio = { width: picture.width, height: picture.height }
    images.push({ image: data.blob, alt, aspectRatio })
  }
  return images.length ? { $type: 'app.bsky.embed.images', images } : undefined
}

async function existing(agent: Agent, did: string, rkey: string) {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({
      repo: did as `did:${string}:${string}`,
      collection: POST,
      rkey,
    })
    return { uri: data.uri, cid: data.cid ?? '', record: data.value as Partial<AppBskyFeedPost.Record> }
  } catch (error) {
    if ((error as { error?: string }).error === 'RecordNotFound') return null
    throw error
  }
}

/**
 * Puts one part under its stored key. The same bytes again change nothing; bytes that came out differently the
 * second time (a handle that now resolves) meet `swapRecord: null`, and then what is there is the post.
 */
export async function publish(
  prepared: Prepared,
  part: number,
  sent: readonly Sent[],
  io: Io,
): Promise<Sent> {
  if (prepared.replyTo?.kind === 'direct') return sendMessage(prepared, part, io)
  const content = prepared.draft.parts[part]
  const minted = prepared.parts[part]
  if (!content || !minted) throw new NetworkProblem('rejected', 'there is no such part')
  const did = io.account.remoteId
  const agent = await memberOf(io)
  const createdAt = new Date(minted.createdAt).toISOString()
  const record = await guarded({ wrote: false, now: io.now }, async () => {
    const facets = await facetsOf(content.text, agent)
    const embed = await imagesOf(content.media, agent, io)
    const reply = replyOf(prepared, part, sent)
    const langs = prepared.draft.language ? [prepared.draft.language] : undefined
    return {
      $type: POST,
      text: content.text,
      createdAt,
      ...(facets.length && { facets }),
      ...(embed && { embed }),
      ...(reply && { reply }),
      ...(langs && { langs }),
    }
  })
  try {
    const { data } = await agent.com.atproto.repo.putRecord({
      repo: did as `did:${string}:${string}`,
      collection: POST,
      rkey: minted.key,
      record,
      swapRecord: null,
      validate: true,
    })
    return sentAs(data)
  } catch (error) {
    if ((error as { error?: string }).error !== 'InvalidSwap') throw asNetworkProblem(error, true, io.now())
  }
  const there = await guarded({ wrote: true, now: io.now }, () => existing(agent, did, minted.key))
  if (there?.record.text === content.text && there.record.createdAt === createdAt) return sentAs(there)
  throw new NetworkProblem('rejected', 'the record key is taken by another post')
}

/** Looks up each part's key: the account's own server answers for itself at once. */
export async function reconcile(prepared: Prepared, io: Io): Promise<Standing[]> {
  if (prepared.replyTo?.kind === 'direct') return reconcileMessages(prepared, io)
  const agent = await memberOf(io)
  return Promise.all(
    prepared.parts.map(async ({ key }): Promise<Standing> => {
      try {
        const there = await existing(agent, io.account.remoteId, key)
        return there ? { state: 'sent', sent: sentAs(there) } : { state: 'absent' }
      } catch (error) {
        const problem = asNetworkProblem(error, false, io.now())
        if (problem.kind === 'transient') return { state: 'unknown' }
        throw problem
      }
    }),
  )
}
