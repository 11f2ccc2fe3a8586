/** One command of the command line. */
export interface Command {
  /** As typed after `npm run admin --`: `seed demo`. */
  name: string
  /** What it does, in one line. */
  about: string
  /** The whole help: usage and options. */
  help: string
  /** Does it; what it prints goes to `out`. Throws CommandError with a sentence when it cannot. */
  run(args: string[], out: (line: string) => void): Promise<void>
}

/** A sentence for whoever typed the command; the process ends with 1. */
export class CommandError extends Error {
  readonly code = 'command'
}
