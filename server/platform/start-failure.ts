/** One clear sentence for why the server does not start, with the remedy. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
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
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'The disk is full. Free some space and start again.'
  if (['EACCES', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(code))
    return `The data folder cannot be written (${error.message}). Choose another with DATA_DIR=, or change its owner.`
  if (['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000'].includes(code))
    return `The database cannot be reached (${error.message}). Check DATABASE_URL.`
  return error.stack ?? error.message
}
