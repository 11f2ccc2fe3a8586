import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane). */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

const decoy = hashPassword('no account has this password')

/** Takes the same time when there is no account, so that nobody learns which addresses exist. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy), password)
  return matches && Boolean(stored)
}
