import { stripVTControlCharacters } from 'node:util'

/** What a build that did not succeed left behind. */
export interface FailedBuild {
  /** What it printed, with stacks and all. */
  output: string
  /** Its folder, which is cut out of names. */
  root: string
  /** What ended it from outside, if anything. */
  signal: string | null
  /** Where all that it printed can be read. */
  log: string
}

/** One clear sentence for a build that failed: the file and what is wrong in it, and the remedy. */
export function buildFailure({ output, root, signal, log }: FailedBuild): string {
  if (signal)
    return `The build of the interface was ended (${signal}), most likely for want of memory. Free some, then start again.`
  const text = stripVTControlCharacters(output).replaceAll(`${root}/`, '')
  if (/heap out of memory/.test(text))
    return 'The build of the interface ran out of memory. Free some, then start again.'
  if (/Cannot find (module|package)|ERR_MODULE_NOT_FOUND/.test(text) && !/^file: /m.test(text))
    return 'The interface cannot be built, because packages are missing. Run npm ci, then start again.'
  const file = /^file: (\S+)/m.exec(text)?.[1]
  const why = reason(text, file)
  const where = file ? ` in ${file}` : ''
  const remedy = file ? 'Mend that file or undo what was changed in it' : 'Mend that'
  return `The interface could not be built${where}: ${why}. ${remedy}, then start again. All that the build said is in ${log}.`
}

/** The first line that says what is wrong; the bundler's own names for itself are left out. */
function reason(text: string, file: string | undefined): string {
  const lines = text.split('\n').map((line) => line.trim())
  const found = lines.find(
    (line) =>
      line && !/Build failed|^(file|at) |^file:|failed with \d+ errors?:$|^error during build/i.test(line),
  )
  const said = (found ?? 'it did not say why')
    .replace(file ? `${file}: ` : '', '')
    .replace(/^\[[\w:-]+\] /, '')
    .replace(/^\S+ \(\d+:\d+\): /, '')
    .replace(/^(Error|ERROR|RollupError): /, '')
  return said.replace(/\.$/, '').slice(0, 300)
}
