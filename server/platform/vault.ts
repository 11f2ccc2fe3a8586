import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Seals secrets at rest and derives keys, all from APP_SECRET. */
export interface Vault {
  /** AES-256-GCM; `place` (workspace:channel:field) is authenticated, so a sealed value opens only where it was put. */
  seal(plain: string, place: string): Buffer
  /** Throws when the value was changed, moved, or sealed under another secret. */
  open(sealed: Buffer, place: string): string
  /** A key for one purpose (token signatures, ...), 32 bytes. */
  key(purpose: string): Buffer
}

const VERSION = 1

/** Layout: 1 byte version, 12 bytes nonce, 16 bytes tag, then the ciphertext. */
export function createVault(secret: string): Vault {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'hubbub', purpose, 32))
  const sealing = key('seal')
  return {
    key,
    seal(plain, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      cipher.setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, place) {
      if (sealed[0] !== VERSION) throw new Error('sealed with an unknown version')
      const cipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13))
      cipher.setAAD(Buffer.from(place))
      cipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([cipher.update(sealed.subarray(29)), cipher.final()]).toString('utf8')
    },
  }
}

/** A random bearer secret for links and tokens: 32 bytes, base64url. Only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url')

export function sameSecret(a: string, b: string): boolean {
  const once = randomBytes(16)
  const digest = (value: string) => createHmac('sha256', once).update(value).digest()
  return timingSafeEqual(digest(a), digest(b))
}
