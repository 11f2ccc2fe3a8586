/** The limit of a page from the server: a static React page of SIZE characters through Express, rendered each time. */
import express from 'express'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'

const size = Number(process.env.SIZE)
const card = (key: number) =>
  h(
    'article',
    { key, className: 'group relative rounded-card bg-raised p-2.5 shadow-lift ring-1 ring-line ring-inset' },
    h(
      'h3',
      { className: 'line-clamp-2 text-dense font-medium' },
      h('a', { href: `/post/${key}` }, `A title ${key}`),
    ),
    h(
      'div',
      { className: 'mt-2 flex items-center gap-2 text-meta text-subtle' },
      h('span', null, 'Nov 29, 11:30 AM'),
    ),
  )
const one = renderToString(card(1)).length
const Page = () =>
  h(
    'html',
    null,
    h(
      'body',
      null,
      Array.from({ length: Math.ceil(size / one) }, (_, index) => card(index)),
    ),
  )

const app = express()
app.get(
  '/',
  (_request, response) => void response.type('html').send(`<!doctype html>${renderToString(h(Page))}`),
)
const http = app.listen(0, () => {
  const address = http.address()
  process.send?.(`http://localhost:${typeof address === 'object' && address ? address.port : 0}/`)
})
// Nobody is left to serve once the benchmark has ended, however it ended.
process.on('disconnect', () => process.exit(1))
