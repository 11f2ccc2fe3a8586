import { expect, it, vi } from 'vitest'
import { consoleToLog } from './console-to-log.ts'
import type { Log } from './log.ts'

it('makes a line of the log of what a library prints, once a sentence, until it is taken back', () => {
  const lines: unknown[] = []
  const at = (level: string) => (facts: unknown, text: string) => lines.push([level, facts, text])
  const log = { info: at('info'), warn: at('warn'), error: at('error'), debug: at('debug') } as unknown as Log
  const [print, complain] = [vi.fn(), vi.fn()]
  const target = { log: print, info: print, debug: print, warn: print, error: complain }
  const back = consoleToLog(log, target)
  target.warn('FUTURE CHANGE of the %s route', 'notifications')
  target.warn('FUTURE CHANGE of the %s route', 'notifications')
  target.error(new Error('late'))
  target.log('two', { a: 1 })
  expect(lines).toEqual([
    ['warn', { from: 'console' }, 'FUTURE CHANGE of the notifications route'],
    ['error', { from: 'console' }, expect.stringContaining('Error: late')],
    ['info', { from: 'console' }, 'two { a: 1 }'],
  ])
  back()
  target.error('again')
  expect(complain).toHaveBeenCalledExactlyOnceWith('again')
  expect(print).not.toHaveBeenCalled()
})
