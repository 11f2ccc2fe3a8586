/** Largest form at the door, bytes: its longest field has a few hundred characters. */
export const MAX_FORM = 65_536

/**
 * The form that a request brings; what is no form at all is an empty one. Never holds more than MAX_FORM of it: these
 * forms are open to everybody. Throws the problem `request.tooLarge` (413).
 */
export async function readBody(request: Request): Promise<FormData> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read()
    if (!step || step.done) break
    size += step.value.byteLength
    // Not cancelled, which would cut the connection before the answer: Node reads on without keeping anything.
    if (size > MAX_FORM) throw tooLarge()
    chunks.push(step.value)
  }
  return new Response(new Blob(chunks as BlobPart[]), { headers }).formData().catch(() => new FormData())
}

const tooLarge = () =>
  Object.assign(new Error('a form larger than any of ours'), {
    name: 'Problem',
    code: 'request.tooLarge',
    status: 413,
  })
