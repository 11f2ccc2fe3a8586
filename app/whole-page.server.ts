const START = Buffer.from('<!DOCTYPE html>')
const END = '</body></html>'
/** Bytes of data from which on they are a part of their own; for less, two parts cost more than they bring. */
const MUCH = 200_000
const SCRIPT_END = Buffer.from('</script>')

/** JSON as it may stand inside a script element: nothing in it ends the script or begins a comment. */
const inScript = (json: string): string => json.replaceAll('<', '\\u003c')

const written = new WeakMap<object, Buffer>()

/** An object that pages have in common, as bytes inside a script; written once. */
function sharedBytes(value: object): Buffer {
  const bytes = written.get(value) ?? Buffer.from(inScript(JSON.stringify(value)))
  written.set(value, bytes)
  return bytes
}

interface PageParts {
  /** the whole document as React wrote it */
  html: string
  /** puts what was kept into its places */
  whole(html: string): Buffer[]
  /** by the id of the element that holds it (`share`) */
  shared: ReadonlyMap<string, object>
  /** the rest of the loaders' data, as Remix's browser side reads it */
  data: string
  nonce: string
}

/**
 * A page as it is sent: what is seen of it and, where much comes with it, the data as a second part, which is on its way
 * while the browser draws the first. The data come last: it begins when it has them, and has all by then.
 */
export function wholePage({ html, whole, shared, data, nonce }: PageParts): Buffer[] {
  const seen = [START, ...whole(html.slice(0, -END.length))]
  const rest: Buffer[] = []
  for (const [id, value] of shared)
    rest.push(Buffer.from(`<script type="application/json" id="${id}">`), sharedBytes(value), SCRIPT_END)
  const stream = 'window.__remixContext.streamController'
  const last = `<script nonce="${nonce}">${stream}.enqueue(${inScript(JSON.stringify(data))});${stream}.close();</script>`
  rest.push(Buffer.from(last + END))
  const much = rest.reduce((sum, part) => sum + part.length, 0) > MUCH
  return much ? [Buffer.concat(seen), Buffer.concat(rest)] : [Buffer.concat([...seen, ...rest])]
}
