import type { Locale } from '#server/i18n/locale.rules.ts'

/** Until `#server/platform/ctx.ts` is on main: the part of it the shell reads. */
export interface Ctx {
  workspaceId: string
  memberId: string | null
  userId: string | null
  name: string
  zone: string
  locale: Locale
  requestId: string
}

/** Until `#server/services.ts` is on main. */
export type Services = Record<string, unknown>

/** What everybody may know about this installation. */
export interface PublicSettings {
  /** the name shown in the title, if the installation has its own */
  name?: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** for every script of this response; the Content-Security-Policy names it */
    nonce: string
    /** null when nobody is signed in */
    ctx: Ctx | null
    services: Services
    settings: PublicSettings
  }
  interface Future {
    v3_singleFetch: true
  }
}
