/** The command line: `npm run admin -- <command>`. Ends with 0, or with 1 and a sentence on stderr. */
import { startFailure } from '../platform/start-failure.ts'
import type { Command } from './command.ts'
import { seedCommand } from './seed-command.ts'

const COMMANDS: Command[] = [seedCommand]

const out = (line: string) => void process.stdout.write(`${line}\n`)

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  const lines = COMMANDS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return `npm run admin -- <command> [--help]\n\n${lines.join('\n')}\n\nIt reads the same settings as the server (.env.example).`
}

async function main(args: string[]): Promise<number> {
  const typed = args.join(' ')
  const command = COMMANDS.find(({ name }) => typed === name || typed.startsWith(`${name} `))
  if (!command) {
    const asked = !args.length || ['help', '--help', '-h'].includes(args[0] ?? '')
    if (asked) out(overview())
    else process.stderr.write(`There is no command "${args[0]}".\n\n${overview()}\n`)
    return asked ? 0 : 1
  }
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    out(command.help)
    return 0
  }
  await command.run(rest, out)
  return 0
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error?.code === 'command' ? error.message : startFailure(error)}\n`)
    process.exit(1)
  },
)
