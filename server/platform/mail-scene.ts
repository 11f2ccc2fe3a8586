/** A message as data, before it is drawn: once as plain text, once as HTML. Knows nothing of what it is about. */
export interface MailScene {
  /** Language tag of its words. */
  lang: string
  /** Small, above the title: where it comes from. */
  from: string
  title: string
  lines: readonly MailLine[]
  /** Below the lines. */
  more?: string | undefined
  /** The one thing to do; without an address its words say where to look. */
  act: { text: string; href?: string | undefined }
  /** Why it came, and where that is changed. */
  foot: string
  footLink?: MailLink | undefined
}
export interface MailLine {
  text: string
  detail: string
  href?: string | undefined
}
interface MailLink {
  text: string
  href: string
}

/** Plain text; links stand on a line of their own. */
export function mailText({ from, title, lines, more, act, foot, footLink }: MailScene): string {
  const items = lines.map(({ text, detail, href }) =>
    [`- ${text}`, `  ${detail}`, ...(href ? [`  ${href}`] : [])].join('\n'),
  )
  const parts = [
    `${from}\n${title}`,
    ...items,
    more ?? '',
    act.href ? `${act.text}:\n${act.href}` : act.text,
    `--\n${foot}${footLink ? `\n${footLink.text}:\n${footLink.href}` : ''}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const drawn = (value: unknown): string => {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(drawn).join('')
  return String(value ?? '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
/** Everything put into it is escaped, unless it was made by it. */
const html = (parts: TemplateStringsArray, ...values: unknown[]) =>
  new Html(parts.map((part, index) => part + (index < values.length ? drawn(values[index]) : '')).join(''))

/** What readers that know dark do with it; the others see the colours on the elements. */
const DARK = new Html(`@media (prefers-color-scheme: dark) {
  .ground { background: #0e0f12 !important; } .card { background: #16181c !important; border-color: #2a2d33 !important; }
  .ink { color: #edeef0 !important; } .dim { color: #a6aab3 !important; } .rule { border-color: #2a2d33 !important; }
  .act { background: #8b8df5 !important; color: #14142b !important; } .link { color: #b3b4fa !important; }
}`)
const FONT = new Html(
  "font-family:Inter,Pretendard,'Apple SD Gothic Neo','Malgun Gothic','Segoe UI',system-ui,sans-serif",
)
const PLAIN = new Html('color:#1c1e24;text-decoration:none')

/** HTML for mail readers: one table, colours on the elements, nothing loaded from anywhere. */
export function mailHtml({ lang, from, title, lines, more, act, foot, footLink }: MailScene): string {
  const rows = lines.map(
    ({ text, detail, href }) => html`<tr><td class="rule" style="padding:12px 0;border-top:1px solid #e3e4e8">
<div class="ink" style="color:#1c1e24;font-size:15px;line-height:22px;overflow-wrap:anywhere">${
      href ? html`<a class="ink" href="${href}" style="${PLAIN}">${text}</a>` : text
    }</div>
<div class="dim" style="color:#62656e;font-size:13px;line-height:18px">${detail}</div>
</td></tr>
`,
  )
  const button = act.href
    ? html`<a class="act" href="${act.href}" style="display:inline-block;background:#5a56d6;color:#ffffff;text-decoration:none;font-size:14px;font-weight:600;line-height:20px;padding:10px 18px;border-radius:8px">${act.text}</a>`
    : html`<span class="ink" style="color:#1c1e24;font-size:14px;line-height:20px">${act.text}</span>`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${DARK}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f5f6f8">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f6f8;${FONT}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e4e8;border-radius:12px">
<tr><td align="left" style="padding:24px;word-break:${lang === 'ko' ? 'keep-all' : 'normal'}">
<div class="dim" style="color:#62656e;font-size:13px;line-height:18px">${from}</div>
<h1 class="ink" style="margin:4px 0 16px;color:#1c1e24;font-size:20px;line-height:28px;font-weight:600;overflow-wrap:anywhere">${title}</h1>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${rows}</table>
${more ? html`<p class="dim" style="margin:0 0 12px;color:#62656e;font-size:13px;line-height:18px">${more}</p>` : ''}
<div style="padding:12px 0 0">${button}</div>
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="dim" align="left" style="padding:16px 24px;color:#62656e;font-size:12px;line-height:18px;word-break:${lang === 'ko' ? 'keep-all' : 'normal'}">${foot}${
    footLink ? html` <a class="link" href="${footLink.href}" style="color:#4a46c2">${footLink.text}</a>` : ''
  }</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.text
}
