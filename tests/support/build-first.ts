import { buildOnce } from '#server/start.ts'

/** Before the first browser test, where no time limit of a test counts. */
export default function setup(): void {
  buildOnce()
}
