import { useLocation, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { handlerOf, useHandlerVersion } from './command-handlers.ts'
import { type Command, type CommandEnv, commands } from './commands.ts'
import { postDocument } from './post-document.ts'
import { chordOf, matchShortcut } from './shortcut.ts'
import { useWorkspaceHref } from './workspace-href.ts'

/** Milliseconds within which the second key of a sequence must follow. */
const patience = 1000

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
  )
}

/** What a field does by itself. */
const ofFields = new Set(['mod+z', 'mod+shift+z', 'mod+a'])

/** A post over the board or the calendar: what is behind it does not hear its commands. */
const overPage = (path: string) => /\/(board|calendar)\/post\//.test(path)

/** Whether a dialog has the keyboard to itself. The sheet of a post lets the chords and `?` through. */
function heldByDialog(chord: string): boolean {
  const open = [...document.querySelectorAll('[role=dialog][data-state=open]:not([data-beside])')]
  return open.some((one) => !one.matches('[data-post-sheet]') || !(chord.startsWith('mod+') || chord === '?'))
}

/** The commands that can be given now and a function that gives one; listens to their keys. */
export function useCommands({
  openPalette,
  openShortcuts,
}: Pick<CommandEnv, 'openPalette' | 'openShortcuts'>) {
  const navigate = useNavigate()
  const at = useWorkspaceHref()
  const { pathname: path } = useLocation()
  const version = useHandlerVersion()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the handlers outside of React
  const available = useMemo(
    () =>
      commands.filter(
        (command) =>
          (command.to || command.perform || (handlerOf(command.id) && !overPage(path))) &&
          (command.available?.({ path }) ?? true),
      ),
    [path, version],
  )

  const give = useCallback(
    (command: Command) => {
      const handler = handlerOf(command.id)
      if (handler) handler()
      else if (command.to) navigate(at(command.to))
      else
        command.perform?.({
          navigate,
          post: postDocument,
          openPalette,
          openShortcuts,
        })
    },
    [navigate, at, openPalette, openShortcuts],
  )

  const state = useRef({ available, give })
  state.current = { available, give }
  useEffect(() => {
    let pending = ''
    let at = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const chord = chordOf(event)
      if (/^(shift|control|alt|meta)$/.test(event.key.toLowerCase())) return
      if (isTyping(event.target) && (!chord.startsWith('mod+') || ofFields.has(chord))) return
      if (heldByDialog(chord)) return
      const match = matchShortcut(state.current.available, Date.now() - at < patience ? pending : '', chord)
      pending = match.pending
      at = Date.now()
      if (match.hit) {
        event.preventDefault()
        state.current.give(match.hit)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return { available, give }
}
