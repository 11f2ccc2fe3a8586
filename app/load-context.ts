import type { App } from '#server/app.ts'
import type { Ctx } from '#server/core/ctx.ts'
import type { Account } from '#server/http/here.ts'
import type { Services } from '#server/services.ts'

export type { Ctx, Services }

/** What everybody may know about this installation. */
export interface PublicSettings {
  /** the name shown in the title, if the installation has its own */
  name?: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** for every script of this response; the Content-Security-Policy names it */
    nonce: string
    /** the member, under /w/:workspace; null when nobody is signed in or it is none of theirs */
    ctx: Ctx | null
    /** the signed-in account, anywhere */
    account: Account | null
    requestId: string
    /** gives a body, in parts that follow each other, to the answer that is returned with none */
    sendWhole(parts: readonly Uint8Array[]): void
    /** collects by id what a document has in common with others (`share`); null when none is made */
    shared: Map<string, object> | null
    /** facts of the connection that a sign-in needs */
    origin: { secure: boolean; address: string; host: string }
    services: Services
    /** only for the routes outside a workspace (sign-in, setup, invitation) */
    app: App
    settings: PublicSettings
  }
  interface Future {
    v3_singleFetch: true
  }
}
