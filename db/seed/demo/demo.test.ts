import { describe, expect, it } from 'vitest'
import { beside } from './beside.ts'
import { campaigns, channels, members, teams } from './company.ts'
import { conversationsDe } from './conversations-de.ts'
import { conversationsEn } from './conversations-en.ts'
import { conversationsEs } from './conversations-es.ts'
import { conversationsKo } from './conversations-ko.ts'
import { postsBerlin } from './posts-berlin.ts'
import { postsHq } from './posts-hq.ts'
import { postsHqMore } from './posts-hq-more.ts'
import { postsMadrid } from './posts-madrid.ts'
import { postsSeoul } from './posts-seoul.ts'
import { threads } from './threads.ts'

const posts = [...postsHq, ...postsHqMore, ...postsSeoul, ...postsMadrid, ...postsBerlin]
const conversations = [...conversationsEn, ...conversationsKo, ...conversationsEs, ...conversationsDe]
const keys = (list: readonly { key: string }[]) => new Set<string>(list.map(({ key }) => key))

describe('the demo company', () => {
  it('names everything once', () => {
    for (const list of [teams, members, channels, campaigns, posts, conversations])
      expect(keys(list).size).toBe(list.length)
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length)
    expect(new Set(conversations.map(({ person }) => person.handle)).size).toBe(conversations.length)
  })

  it('refers only to what exists', () => {
    const people = keys(members)
    for (const { team } of [...channels, ...campaigns, ...posts]) expect(keys(teams)).toContain(team)
    for (const post of posts) {
      if (post.campaign) expect(keys(campaigns)).toContain(post.campaign)
      for (const who of [post.author, post.assignee ?? post.author]) expect(people).toContain(who)
      for (const channel of Object.keys({ ...post.overrides, ...post.ownTimes }))
        expect(post.channels).toContain(channel)
    }
    for (const conversation of conversations) {
      if (conversation.post) expect(keys(posts)).toContain(conversation.post)
      if (conversation.assignee) expect(people).toContain(conversation.assignee)
      for (const { from } of conversation.messages) if (from !== 'them') expect(people).toContain(from)
    }
    for (const thread of threads) for (const { by } of thread.comments) expect(people).toContain(by)
    for (const { post, lists = [], links = [] } of beside) {
      expect(keys(posts)).toContain(post)
      for (const { by } of [...lists, ...links]) expect(people).toContain(by)
      for (const { for: who } of lists.flatMap(({ items }) => items)) if (who) expect(people).toContain(who)
    }
  })

  it('stands in its stages as time allows', () => {
    for (const { key, stage, day, channels: places } of posts) {
      if (stage === 'published') expect(day, key).toBeLessThan(0)
      if (stage === 'scheduled' || stage === 'approved') expect(day, key).toBeGreaterThan(0)
      if (stage !== 'idea') expect(places.length, key).toBeGreaterThan(0)
    }
    // Given back by a reviewer: a draft on channels that ask for approval.
    const returned = posts.filter((post) => post.changes)
    expect(returned.length).toBeGreaterThan(1)
    for (const post of returned) {
      expect(post.stage, post.key).toBe('draft')
      for (const place of post.channels)
        expect(channels.find(({ key }) => key === place)?.approval, post.key).toBe('required')
    }
  })

  it('answers a post only after it was published, in order', () => {
    const byKey = new Map(posts.map((post) => [post.key, post]))
    for (const { key, post, messages } of conversations) {
      const agos = messages.map(({ ago }) => ago)
      expect(agos, key).toEqual(agos.toSorted((a, b) => b - a))
      if (!post) continue
      const { day = 0, time = '24:00' } = byKey.get(post)!
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      // Planted just after midnight, the least has passed since then.
      expect(agos[0]!, key).toBeLessThan(-day * 1_440 - hour * 60 - minute)
    }
  })

  it('quotes words that are there', () => {
    const byKey = new Map(posts.map((post) => [post.key, post]))
    for (const { post, quote } of threads) {
      expect(byKey.has(post), post).toBe(true)
      if (quote) expect(byKey.get(post)!.text).toContain(quote)
    }
  })
})
