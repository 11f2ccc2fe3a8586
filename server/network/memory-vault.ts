import type { Secret, Vault } from './connector.ts'

/** A vault in memory: for the command line and the tests. Renewals wait for each other. */
export function memoryVault(secret: Secret): Vault {
  let current = secret
  let turn: Promise<unknown> = Promise.resolve()
  return {
    read: async () => current,
    renew(change) {
      const next = turn.then(async () => {
        current = await change(current)
        return current
      })
      turn = next.catch(() => {})
      return next
    },
  }
}
