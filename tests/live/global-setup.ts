import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { type BlueskyProcess, startBlueskyProcess } from './bluesky-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Bluesky network of this run is started and told what to do. */
    blueskyControl: string
  }
}

/** One Bluesky network for all files of a run, started by the first that asks for it. Gives its teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<BlueskyProcess> | undefined
  const control = createServer(async (request, response) => {
    try {
      started ??= startBlueskyProcess()
      const network = await started
      const act = (await json(request)) as Record<string, unknown>
      if (act.do) await network.ask(act)
      response.end(JSON.stringify({ url: network.url }))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((done) => control.listen(0, '127.0.0.1', done))
  project.provide('blueskyControl', `http://127.0.0.1:${(control.address() as AddressInfo).port}`)
  return async () => {
    control.close()
    control.closeAllConnections()
    await (await started?.catch(() => undefined))?.stop()
  }
}
