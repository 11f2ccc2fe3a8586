export type Dialect = 'sqlite' | 'postgres'

/** The engine of this process. One process speaks to one engine, so it is settled before the schema is built. */
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite'
