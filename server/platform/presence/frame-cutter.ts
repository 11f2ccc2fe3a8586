/** Codes of RFC 6455. */
export const TEXT = 1
export const CLOSE_FRAME = 8
export const PING = 9
export const PONG = 10

/** Where a frame's payload starts and the frame ends, or null when its header is not complete yet. */
function measure(bytes: Buffer, at: number): { payload: number; end: number } | null {
  if (bytes.length < at + 2) return null
  const masked = (bytes[at + 1]! & 0x80) !== 0 ? 4 : 0
  const short = bytes[at + 1]! & 0x7f
  if (short < 126) return { payload: at + 2 + masked, end: at + 2 + masked + short }
  const size = short === 126 ? 2 : 8
  if (bytes.length < at + 2 + size) return null
  const length = size === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
  const payload = at + 2 + size + masked
  return { payload, end: payload + length }
}

/**
 * Cuts a stream of unmasked frames at whole frames, reading nothing but their headers: what the server says to
 * everybody can then be passed on as bytes, many frames in one write, and our own pings and close still fit between.
 * `feed` returns the data frames of a chunk, together; control frames go to `onControl` instead.
 */
export function createFrameCutter(onControl: (opcode: number, payload: Buffer) => void) {
  let rest: Buffer | null = null
  return function feed(chunk: Buffer): Buffer | null {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk
    const parts: Buffer[] = []
    let start = 0
    let at = 0
    for (let frame = measure(bytes, at); frame && frame.end <= bytes.length; frame = measure(bytes, at)) {
      const opcode = bytes[at]! & 0x0f
      if (opcode >= CLOSE_FRAME) {
        if (at > start) parts.push(bytes.subarray(start, at))
        onControl(opcode, bytes.subarray(frame.payload, frame.end))
        start = frame.end
      }
      at = frame.end
    }
    if (at > start) parts.push(bytes.subarray(start, at))
    rest = at < bytes.length ? bytes.subarray(at) : null
    if (parts.length === 0) return null
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }
}

/**
 * One frame from a client. The mask is zero, which leaves the payload as it is: masks protect proxies from being
 * fooled, and between us and our child there is none.
 */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + size + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127)
  if (size === 2) frame.writeUInt16BE(length, 2)
  if (size === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  payload.copy(frame, 6 + size)
  return frame
}
