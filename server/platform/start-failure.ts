/** What the disk says when it is full, on both engines. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])

/** Whether something failed because the disk is full, wherever that stands in the chain of causes. */
export const isDiskFull = (error: unknown): boolean => causes(error).some(({ code }) => FULL.has(code))

function causes(error: unknown): { code: string; error: Error }[] {
  const found: { code: string; error: Error }[] = []
  for (let at = error; at instanceof Error && found.length < 8; at = at.cause)
    found.push({ code: 'code' in at ? String(at.code) : '', error: at })
  return found
}

/** One clear sentence for why the server does not start, with the remedy. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (isDiskFull(error)) return 'The disk is full. Free some space and start again.'
  for (const one of causes(error)) {
    const sentence = sentenceFor(one.code, one.error)
    if (sentence) return sentence
  }
  return error.stack ?? error.message
}

function sentenceFor(code: string, error: Error): string | undefined {
  if (code === 'setting') return error.message
  if (code === 'database.newer')
    return `${error.message} Start that version, or restore a backup made before it.`
  if (code === 'database.migration')
    return `${error.message} It is as it was before: start the version you had, and report this.`
  if (code === 'database.inUse') return `${error.message} Stop that first, then start again.`
  if (code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : ''
    return `Port ${port} is in use. Stop what uses it, or choose another with PORT=.`
  }
  if (code === 'EACCES' && 'port' in error)
    return `Port ${String(error.port)} needs more rights. Choose one above 1024.`
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return `The database is damaged (${error.message}). Restore a backup: npm run admin -- restore FILE.`
  if (['EACCES', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(code))
    return `The data folder cannot be written (${error.message}). Choose another with DATA_DIR=, or change its owner.`
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28000', '28P01', '3D000'].includes(code))
    return `The database cannot be reached (${error.message}). Check DATABASE_URL.`
  return undefined
}
