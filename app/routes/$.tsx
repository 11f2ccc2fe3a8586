import { data } from '@remix-run/node'

/** Any address nobody else answers: the 404 page, rendered by the root's boundary. */
export function loader() {
  throw data(null, { status: 404 })
}

export default function Unknown() {
  return null
}
