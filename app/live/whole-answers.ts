/** What Remix asks a page's data by. */
const isData = (address: string) => new URL(address, 'http://page').pathname.endsWith('.data')

/**
 * A `fetch` that hands a page's data over only when all of it is here. Going elsewhere breaks the reading of a page
 * off; in the middle of its body Remix reports that as an error, before it does not. Nothing here is sent in pieces, so
 * nothing comes later for it.
 */
export function wholeAnswers(fetch: typeof window.fetch): typeof window.fetch {
  return async (...asked) => {
    const [input] = asked
    const answer = await fetch(...asked)
    const address = input instanceof Request ? input.url : String(input)
    // An answer with a status such as 204 may not be given a body again.
    if (!answer.body || !isData(address)) return answer
    const { status, statusText, headers } = answer
    return new Response(await answer.arrayBuffer(), { status, statusText, headers })
  }
}
