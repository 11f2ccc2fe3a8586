import type { ServerBuild } from '@remix-run/node'
import { matchRoutes, type RouteObject } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { narrowBuilds } from './narrow-build.ts'

/** Routes as Remix makes them of files: id, path below the parent's, parent. */
const ROUTES: [id: string, path: string | undefined, parentId?: string][] = [
  ['root', ''],
  ['index', undefined, 'root'],
  ['splat', '*', 'root'],
  ['sign-in', 'sign-in', 'root'],
  ['join', 'join/:secret', 'root'],
  ['w', 'w/:workspace', 'root'],
  ['w-splat', '*', 'w'],
  ['board', 'board', 'w'],
  ['board-post', 'post/:post', 'board'],
  ['calendar', 'calendar', 'w'],
  ['calendar-post', 'post/:post', 'calendar'],
  ['inbox', 'inbox', 'w'],
  ['inbox-one', ':conversation', 'inbox'],
  ['inbox-rows', 'inbox/rows', 'w'],
  ['post', 'post/:post', 'w'],
  ['settings', 'settings', 'w'],
  ['settings-index', undefined, 'settings'],
  ['channels', 'channels/:channel', 'settings'],
  ['spoken', ':language?/about', 'root'],
]

const build = (() => {
  const routes = Object.fromEntries(
    ROUTES.map(([id, path, parentId]) => [id, { id, path, parentId, index: path === undefined }]),
  )
  return { routes, assets: { routes } } as unknown as ServerBuild
})()

function tree(routes: ServerBuild['routes'], parentId?: string): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, index } : { id, ...(path !== undefined && { path }), children: tree(routes, id) },
    )
}

const found = (routes: ServerBuild['routes'], path: string) =>
  matchRoutes(tree(routes), path)?.map(({ route, params }) => [route.id, params]) ?? null

const PATHS = `/ /sign-in /sign-in/ /Sign-In /join/abc /w /w/acme /w/acme/ /w/acme/board /w/acme/BOARD
  /w/acme/board/post/1 /w/board/board /w/acme/board/post /w/acme/inbox/rows /w/acme/inbox/c1 /w/acme/inbox/c1/x
  /w/acme/post/1 /w/acme/settings /w/acme/settings/channels/1 /w/acme/nothing /nothing/at/all /about /en/about /w/about
  /x/acme/board`.split(/\s+/)

describe('the routes that can match a page', () => {
  const narrow = narrowBuilds(build)
  it.each(PATHS)('%s is matched as by all of them', (path) => {
    const { routes, assets } = narrow(path)
    expect(found(routes, path)).toEqual(found(build.routes, path))
    // Remix also asks what lies on the way there.
    for (let up = path; up; up = up.slice(0, up.lastIndexOf('/')))
      expect(found(assets.routes as never, up)).toEqual(found(build.routes, up))
  })
  it('are few', () => {
    expect(Object.keys(narrow('/w/acme/board').routes)).not.toContain('settings')
    expect(Object.keys(narrow('/w/acme/board').routes).length).toBeLessThan(ROUTES.length / 2)
  })
  it('are the same object for pages of one kind, whatever is in their addresses', () => {
    expect(narrow('/w/one/board/post/1')).toBe(narrow('/w/two/board'))
    expect(narrow('/w/one/nothing')).toBe(narrow('/w/one/else'))
  })
  it('are all for data, for the manifest and for whatever is odd', () => {
    for (const path of ['/w/a/board.data', '/__manifest', '/w/a/b%6Fard', '/w//a/board'])
      expect(narrow(path)).toBe(build)
  })
})
