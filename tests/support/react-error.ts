/** What React's build for production says by number only; those of taking a page over are the ones that are seen. */
const MEANING: Record<number, string> = {
  185: 'Maximum update depth exceeded: a component sets state again and again while updating.',
  418: 'Hydration failed: the first rendering in the browser has other elements than the server sent.',
  419: 'The server could not finish this Suspense boundary; it was rendered in the browser.',
  421: 'A Suspense boundary was updated before it was hydrated, and not in a transition.',
  422: 'An error while hydrating a Suspense boundary; it was rendered in the browser.',
  423: 'An error while hydrating outside of a Suspense boundary; the whole page was rendered in the browser.',
  424: 'The root was updated before anything was hydrated; the whole page was rendered in the browser.',
  425: 'Hydration failed: a text in the browser differs from the one the server sent.',
  426: 'A component suspended during an update that was not a transition.',
}

/** The text with React's number spelt out, and its arguments; any other text as it is. */
export function readableReactError(text: string): string {
  const number = Number(/Minified React error #(\d+)/.exec(text)?.[1])
  if (!number) return text
  const args = [...text.matchAll(/args\[\]=([^&\s]*)/g)].map(([, arg]) => decodeURIComponent(arg ?? ''))
  const said = args.length ? ` (${args.join(', ')})` : ''
  return `React error ${number}: ${MEANING[number] ?? 'see the codes of React 18'}${said}\n${text}`
}
