import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type CanvasObjects, readObjects } from './canvas.rules.ts'

const squeeze = promisify(gzip)
const unfold = promisify(gunzip)

export interface Packed {
  packed: Buffer
  hash: string
  objects: number
}

/** Objects as a snapshot keeps them: canonical JSON, compressed, with its hash. */
export async function packObjects(objects: CanvasObjects): Promise<Packed> {
  const ids = Object.keys(objects).sort()
  const json = JSON.stringify(Object.fromEntries(ids.map((id) => [id, objects[id]])))
  return {
    packed: await squeeze(json),
    hash: createHash('sha256').update(json).digest('hex'),
    objects: ids.length,
  }
}

/** The objects of a snapshot. Rejects when the bytes are not what `packObjects` made. */
export async function unpackObjects(packed: Buffer): Promise<CanvasObjects> {
  const objects: unknown = JSON.parse((await unfold(packed)).toString('utf8'))
  return readObjects({ objects })?.objects ?? {}
}
