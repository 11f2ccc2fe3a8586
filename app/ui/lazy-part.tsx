import { type ComponentType, useCallback, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from './toast.ts'

/** A dialog, sheet or other part whose code is not downloaded before somebody goes for it. */
export type LazyPart<P> = ComponentType<P> & { fetch(): Promise<void> }

/**
 * `const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette)`; it is drawn only after its `fetch`
 * has succeeded, which `useFetchThen` sees to. Rendering never fetches, so a page cannot fall over what is missing.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let Loaded: ComponentType<P> | undefined
  const Part = (props: P) => (Loaded ? <Loaded {...props} /> : null)
  return Object.assign(Part, {
    async fetch() {
      Loaded ??= await load()
    },
  })
}

export type FetchThen = <T>(fetch: () => Promise<T>, then: (fetched: T) => void) => void

/** Fetches code, then goes on with it. When it cannot be fetched it says so; its "Try again" does the same once more. */
export function useFetchThen(): FetchThen {
  const t = useTranslations()
  const say = useRef(t)
  say.current = t
  return useCallback(function go<T>(fetch: () => Promise<T>, then: (fetched: T) => void, time = 1): void {
    const missing = () =>
      toast({
        kind: 'failed',
        // The message whose act is pressed goes; the next is another one.
        id: `lazy-${time}`,
        title: say.current('problem.request.unreachable'),
        act: { label: say.current('ui.tryAgain'), run: () => go(fetch, then, time + 1) },
      })
    // What goes wrong in `then` is no matter of the network.
    fetch().then(then, missing)
  }, [])
}
