import { expect, it } from 'vitest'
import { buildFailure } from './build-failure.ts'

const build = (output: string, signal: string | null = null) =>
  buildFailure({ output, root: '/srv/hubbub', signal, log: 'the.log' })
const STACK = `    at getRollupError (file:///srv/hubbub/node_modules/rollup/dist/es/shared/parseAst.js:337:41) {
  code: 'PLUGIN_ERROR',
  watchFiles: [`

it.each([
  [
    `✗ Build failed in 9.81s
[vite:esbuild] Transform failed with 1 error:
/srv/hubbub/app/board/card.tsx:174:0: ERROR: Unexpected end of file
file: /srv/hubbub/app/board/card.tsx:174:0

Unexpected end of file
${STACK}`,
    'in app/board/card.tsx:174:0: Unexpected end of file. Mend that file or undo what was changed in it',
  ],
  [
    `✗ Build failed in 11.72s
Could not resolve "./not-there.ts" from "app/board/card.tsx"
file: /srv/hubbub/app/board/card.tsx
${STACK}`,
    'in app/board/card.tsx: Could not resolve "./not-there.ts" from "app/board/card.tsx". Mend that file',
  ],
  [
    `\u001b[31m✗ Build failed in 9.26s\u001b[39m
app/board/card.tsx (1:9): "nope" is not exported by "app/board/holders.tsx", imported by "app/board/card.tsx".
file: /srv/hubbub/app/board/card.tsx:1:9
${STACK}`,
    'in app/board/card.tsx:1:9: "nope" is not exported by "app/board/holders.tsx"',
  ],
  ['', 'could not be built: it did not say why. Mend that'],
])('says in one sentence what is wrong and where', (output, said) => {
  const sentence = build(output)
  expect(sentence).toContain(said)
  expect(sentence).toMatch(/then start again\. All that the build said is in the\.log\.$/)
  expect(sentence).not.toMatch(/\n|\/srv|parseAst|\[3/)
})

it('knows what is no fault of a file', () => {
  expect(build('', 'SIGKILL')).toContain('was ended (SIGKILL), most likely for want of memory')
  expect(build('FATAL ERROR: Reached heap limit - JavaScript heap out of memory')).toContain(
    'ran out of memory',
  )
  expect(build("Error: Cannot find module '/srv/hubbub/node_modules/@remix-run/dev/dist/cli.js'")).toContain(
    'npm ci',
  )
})
