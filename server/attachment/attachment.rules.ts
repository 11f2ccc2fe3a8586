import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'

/** Attachments of one post. */
export const MAX_ATTACHMENTS = 50
export const MAX_NAME = 200

export const attachmentName = nameText().min(1).max(MAX_NAME)

/** An http or https address without credentials; it is shown and opened, never fetched by us. */
export const linkUrl = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => webAddress(text) !== null, 'url.notWeb')

/** The address as it is kept, or null when it is no web address. Words like `acme.com/brief` get https. */
export function webAddress(text: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+/.test(text) ? text : `https://${text}`
  try {
    const url = new URL(whole)
    const web = url.protocol === 'https:' || url.protocol === 'http:'
    if (!web || url.username || url.password || !/[^.]\.[^.]|^localhost$|^\[/.test(url.hostname)) return null
    return url.href
  } catch {
    return null
  }
}

/** What a link is called until somebody names it. */
export const linkName = (url: string): string => {
  const { hostname, pathname } = new URL(url)
  let path = pathname
  try {
    path = decodeURI(pathname)
  } catch {
    // Not text in UTF-8: it is shown as it stands.
  }
  return `${hostname.replace(/^www\./, '')}${path === '/' ? '' : path}`.slice(0, MAX_NAME)
}

/** An attachment as the sheet shows it. */
export interface AttachmentView {
  id: string
  name: string
  url: string | null
  /** The file: its bytes are at `/w/<workspace>/assets/<id>`. */
  file: { assetId: string; mime: string; size: number; picture: boolean } | null
  createdBy: string | null
  createdAt: number
}
