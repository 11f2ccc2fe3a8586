import { useEffect, useRef, useSyncExternalStore } from 'react'

type Handler = () => void

const handlers = new Map<string, Handler[]>()
const listeners = new Set<() => void>()
let version = 0

function changed() {
  version++
  for (const tell of listeners) tell()
}

/**
 * Answers a declared command while the component is mounted, such as `post.new` on the board. The newest answers.
 * @param id the command's id in `commands.ts`
 * @param handler null while it cannot be done
 */
export function useCommand(id: string, handler: Handler | null): void {
  const latest = useRef(handler)
  latest.current = handler
  const active = handler !== null
  useEffect(() => {
    if (!active) return
    const run: Handler = () => latest.current?.()
    handlers.set(id, [...(handlers.get(id) ?? []), run])
    changed()
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== run),
      )
      changed()
    }
  }, [id, active])
}

/** The handler that answers a command now, if any. */
export function handlerOf(id: string): Handler | undefined {
  return handlers.get(id)?.at(-1)
}

/** Re-renders when the set of answered commands changes. */
export function useHandlerVersion(): number {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => version,
    () => 0,
  )
}
