import type { ProblemBody } from '#server/http/problem-response.ts'
import { workspaceSlug } from '../live/act.ts'
import { usePath } from '../live/directory.tsx'

export interface Uploaded {
  id: string
  name: string
  width: number
  height: number
  mime: string
  size: number
}

/**
 * Sends a picture to the library, or a document too as an `attachment`. Throws an Error whose message is a sentence with
 * the remedy, or empty.
 */
export async function upload(file: File, as: 'picture' | 'attachment' = 'picture'): Promise<Uploaded> {
  const query = new URLSearchParams({ name: file.name, ...(as === 'attachment' ? { for: as } : {}) })
  const response = await fetch(`/w/${workspaceSlug()}/assets?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': file.type || 'application/octet-stream' },
    body: file,
  })
  const body = (await response.json().catch(() => undefined)) as Uploaded | ProblemBody | undefined
  if (response.ok && body && 'id' in body) return body
  throw new Error(body && 'message' in body ? body.message : '')
}

/** Where the bytes of an asset are, in the workspace one is in. */
export function useAssetUrl(): (id: string, size?: 'card' | 'original') => string {
  const path = usePath()
  return (id, size = 'card') => path(`assets/${id}${size === 'card' ? '?size=card' : ''}`)
}
