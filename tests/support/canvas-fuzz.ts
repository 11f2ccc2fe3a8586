import { type CanvasDoc, createCanvasDoc } from '#app/canvas/canvas-doc.ts'
import { type CanvasObject, readObjects } from '#server/canvas/canvas.rules.ts'
import { rankBetween } from '#server/post/rank.rules.ts'
import { enter, grant, type Harness, until } from './presence-harness.ts'

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Fuzz {
  seed: number
  people: number
  /** Of all people together. */
  operations: number
  /** How often somebody's connection is cut on the way. */
  cuts: number
  /** The presence server is killed in the middle. */
  restart: boolean
  /** Operations of one person between two breaths, ms. */
  pauseMs: number
}

export interface FuzzResult {
  /** Whether all of them, and the server, hold the same in the end. */
  converged: boolean
  objects: number
  /** Objects that were put there, that nobody took away, and that are not there. */
  lost: string[]
  /** From the last operation until all hold the same. */
  settleMs: number
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Lets many people work on one canvas at once, cuts them off now and then, kills the presence server in the middle, and
 * looks whether all have the same in the end. One in five undoes and redoes; what these added is not counted as lost.
 */
export async function fuzzCanvas(harness: Harness, fuzz: Fuzz): Promise<FuzzResult> {
  const room = `fuzz:canvas:${fuzz.seed}`
  const empty = { liveblocksType: 'LiveMap' as const, data: {} }
  await harness.presence.rooms.initStorage(room, {
    liveblocksType: 'LiveObject',
    data: { version: 1, filled: 'first', objects: empty },
  })
  const people = Array.from({ length: fuzz.people }, (_, index) => {
    const uid = `p${index}`
    const entered = enter(harness.client(grant(uid, room)), room)
    return { uid, index, ...entered, doc: createCanvasDoc(entered.room as never) }
  })
  for (const { doc } of people) await until(() => doc.store.getState().ready, 60_000)

  const added = new Set<string>()
  const removed = new Set<string>()
  let done = 0
  const each = Math.floor(fuzz.operations / fuzz.people)
  const cutAt = Math.max(1, Math.floor(fuzz.operations / (fuzz.cuts + 1)))
  const restartAt = Math.floor(fuzz.operations / 2)
  const disturb = (random: () => number) => {
    if (done % cutAt === 0) harness.presence.cut({ uid: `p${Math.floor(random() * fuzz.people)}`, room })
    if (fuzz.restart && done === restartAt) process.kill(harness.presence.stats().childPid ?? 0, 'SIGKILL')
  }

  await Promise.all(
    people.map(async ({ doc, index }) => {
      const random = seeded(fuzz.seed * 1_000 + index)
      const undoes = index % 5 === 4
      for (let i = 0; i < each; i++) {
        operate(doc, random, `${index}-${i}`, { undoes, added, removed })
        done++
        disturb(random)
        await pause(random() * 2 * fuzz.pauseMs)
      }
    }),
  )

  const began = performance.now()
  const texts = () => people.map(({ doc }) => snapshot(doc))
  let stored = ''
  const converged = await until(async () => {
    const calm = people.every(
      (one) => one.room.getStatus() === 'connected' && one.room.getStorageStatus() === 'synchronized',
    )
    if (!calm) return false
    const all = new Set(texts())
    if (all.size > 1) return false
    stored = canonical(readObjects(await harness.presence.rooms.readStorage(room))?.objects ?? {})
    return all.has(stored)
  }, 120_000).catch(() => false)
  const here = people[0]?.doc.store.getState().objects ?? new Map()
  const result = {
    converged,
    objects: here.size,
    lost: [...added].filter((id) => !removed.has(id) && !here.has(id)),
    settleMs: performance.now() - began,
  }
  for (const { doc, leave } of people) {
    doc.close()
    leave()
  }
  return result
}

interface Book {
  undoes: boolean
  added: Set<string>
  removed: Set<string>
}

function operate(doc: CanvasDoc, random: () => number, id: string, { undoes, added, removed }: Book): void {
  const { objects, order } = doc.store.getState()
  const pick = () => order[Math.floor(random() * order.length)]
  const what = random()
  const target = pick()
  const somewhere = () => ({ x: Math.round(random() * 4_000), y: Math.round(random() * 4_000) })
  if (undoes && what < 0.15) doc.undo()
  else if (undoes && what < 0.25) doc.redo()
  else if (!target || what < 0.35) {
    const z = rankBetween(objects.get(order.at(-1) ?? '')?.z ?? null, null, random)
    const look = { w: 200, h: 140, z, hue: 3, locked: false, group: null }
    const done = doc.add({ [id]: { kind: 'note', ...somewhere(), ...look, text: id } })
    if (done === 'added' && !undoes) added.add(id)
  } else if (what < 0.7) doc.change({ [target]: somewhere() })
  else if (what < 0.85) doc.change({ [target]: { text: `${id} wrote` } })
  else if (what < 0.92) {
    const other = pick() ?? target
    doc.change({ [target]: { z: rankBetween(null, null, random) }, [other]: { locked: random() < 0.5 } })
  } else {
    removed.add(target)
    doc.remove([target])
  }
}

const canonical = (objects: Record<string, CanvasObject>): string =>
  JSON.stringify(
    Object.keys(objects)
      .sort()
      .map((id) => [id, objects[id]]),
  )
const snapshot = (doc: CanvasDoc): string => canonical(Object.fromEntries(doc.store.getState().objects))
