import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'

interface Turn {
  work(): Promise<unknown>
  keep(value: unknown): void
  refuse(error: unknown): void
}

export interface Writer {
  /** Resolves with what `work` gives once it is on the disk; rejects when nothing of it is or will be. */
  write<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when nobody writes or waits. */
  idle(): Promise<void>
}

/**
 * One writer at a time, and one commit (so one fsync) for all who wait: each works in a savepoint of a common
 * transaction, one after the other, and hears how it ended only after the COMMIT. So nobody is told of what a crash
 * could still undo, not even in a refusal that rests on what another of the group has written. Who fails alone is
 * undone alone; when the transaction fails, all of it are refused. After `longestMs` a group takes in nobody more, so
 * that who came first is not kept waiting for those who came last.
 */
export function groupCommit(db: Database.Database, longestMs = 8): Writer {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT one')
  const release = db.prepare('RELEASE one')
  const undo = db.prepare('ROLLBACK TO one')
  const waiting: Turn[] = []
  let running: Promise<void> | undefined

  /** Does one's work; gives how to tell of its end. Throws when the transaction itself is gone. */
  async function alone({ work, keep, refuse }: Turn): Promise<() => void> {
    savepoint.run()
    try {
      const value = await work()
      release.run()
      return () => keep(value)
    } catch (error) {
      // A full disk and the like undo the whole transaction.
      if (!db.inTransaction) throw error
      undo.run()
      release.run()
      return () => refuse(error)
    }
  }

  async function group(first: Turn): Promise<void> {
    const members: Turn[] = []
    const tell: (() => void)[] = []
    const began = performance.now()
    try {
      for (let next: Turn | undefined = first; next; ) {
        members.push(next)
        if (next === first) begin.run()
        tell.push(await alone(next))
        next = performance.now() - began < longestMs ? waiting.shift() : undefined
      }
      commit.run()
    } catch (error) {
      if (db.inTransaction) rollback.run()
      for (const { refuse } of members) refuse(error)
      return
    }
    for (const say of tell) say()
  }

  async function serve(): Promise<void> {
    for (;;) {
      // Whatever has arrived on the sockets is handled first: it may join.
      await setImmediate()
      const first = waiting.shift()
      if (!first) break
      await group(first)
    }
    running = undefined
  }

  return {
    write: <T>(work: () => Promise<T>) =>
      new Promise<T>((keep, refuse) => {
        waiting.push({ work, keep: keep as Turn['keep'], refuse })
        running ??= serve()
      }),
    async idle() {
      await running
    },
  }
}
