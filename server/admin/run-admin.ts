import { startFailure } from '../platform/start-failure.ts'
import { backupCommand, restoreCommand } from './backup-command.ts'
import type { Command } from './command.ts'
import { doctorCommand } from './doctor-command.ts'
import { seedCommand } from './seed-command.ts'
import { tokenCommand } from './token-command.ts'
import { userCommand } from './user-command.ts'

const COMMANDS: Command[] = [
  doctorCommand,
  backupCommand,
  restoreCommand,
  seedCommand,
  userCommand,
  tokenCommand,
]

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  const lines = COMMANDS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return `npm run admin -- <command> [--help]\n\n${lines.join('\n')}\n\nIt reads the same settings as the server (.env.example).`
}

type Say = (line: string) => void

/** Runs one command line; gives the exit code. What went wrong is said in a sentence, never thrown. */
export async function runAdmin(args: string[], out: Say, err: Say): Promise<number> {
  const typed = args.join(' ')
  const command = COMMANDS.find(({ name }) => typed === name || typed.startsWith(`${name} `))
  if (!command) {
    const asked = !args.length || ['help', '--help', '-h'].includes(args[0] ?? '')
    if (asked) out(overview())
    else err(`There is no command "${args[0]}".\n\n${overview()}`)
    return asked ? 0 : 1
  }
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    out(command.help)
    return 0
  }
  try {
    await command.run(rest, out)
    return 0
  } catch (error) {
    const said = error instanceof Error && 'code' in error && error.code === 'command'
    err(said ? error.message : startFailure(error))
    return 1
  }
}
