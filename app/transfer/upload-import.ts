import type { ProblemBody } from '#server/http/problem-response.ts'
import { MAX_IMPORT } from '#server/import/import.rules.ts'
import { workspaceSlug } from '../live/act.ts'

/** Sends a file to be imported; gives the import's id. Throws an Error whose message is a sentence, or empty. */
export async function uploadImport(file: File): Promise<string> {
  const query = new URLSearchParams({ name: file.name })
  const response = await fetch(`/w/${workspaceSlug()}/imports?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    // Of what is too large only so much is sent as the server needs to say so: no minute is lost on it.
    body: file.size > MAX_IMPORT ? file.slice(0, MAX_IMPORT + 1) : file,
  })
  const body = (await response.json().catch(() => undefined)) as { id: string } | ProblemBody | undefined
  if (response.ok && body && 'id' in body) return body.id
  throw new Error(body && 'message' in body ? body.message : '')
}
