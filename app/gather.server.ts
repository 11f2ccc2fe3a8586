import { Transform } from 'node:stream'

/**
 * A stream that hands on what React wrote at each of its flushes in one piece: it writes some hundred pieces of 2 KB
 * a page, and each would cost a turn of every stream behind and a flush of the compression.
 */
export function gathering(): Transform {
  let pieces: Buffer[] = []
  const send = () => {
    if (pieces.length) stream.push(Buffer.concat(pieces))
    pieces = []
  }
  const stream = new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
    flush(done) {
      send()
      done()
    },
  })
  return Object.assign(stream, { flush: send })
}
