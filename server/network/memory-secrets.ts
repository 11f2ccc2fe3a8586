import type { Secret, SecretStore } from './connector.ts'

/** A secret in memory: for the command line and the tests. Renewals wait for each other. */
export function memorySecrets(secret: Secret): SecretStore {
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
