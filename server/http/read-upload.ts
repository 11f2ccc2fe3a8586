import type { Request } from 'express'
import { Problem } from '../platform/problem.ts'

/**
 * The body of an upload. What is larger than `limit` bytes is refused with `tooLarge` as soon as that is known; the rest
 * is then read past, so that whoever still sends gets the answer instead of a broken connection. Problem:
 * asset.brokenOff (400).
 */
export function readUpload(request: Request, limit: number, tooLarge: () => Problem): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const refuse = (problem: Problem) => {
      request.removeAllListeners('data')
      chunks.length = 0
      request.resume()
      reject(problem)
    }
    const brokenOff = () => reject(new Problem('asset.brokenOff', { status: 400 }))
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(tooLarge())
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > limit) refuse(tooLarge())
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', brokenOff)
    request.once('close', brokenOff)
  })
}
