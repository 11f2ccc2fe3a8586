import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CommandError } from './command.ts'

/** The options and the words of a command; an unknown or incomplete option is refused with a sentence. */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new CommandError(
      `${error instanceof Error ? error.message.split('. ')[0] : error}. Add --help to see how.`,
    )
  }
}
