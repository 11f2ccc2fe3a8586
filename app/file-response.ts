/** What a loader needs to send a file that is made while it is sent. */
interface FileInParts {
  name: string
  type: string
  parts: AsyncGenerator<string>
}

/** A download, streamed: its length costs no memory, and it ends when nobody takes it any more. */
export function fileResponse({ name, type, parts }: FileInParts): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void parts.return(undefined),
  })
  const plain = name.replace(/[^\w.-]+/g, '_')
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
