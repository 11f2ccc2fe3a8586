import { useParams } from '@remix-run/react'
import { useCallback } from 'react'

/** The address of a page of this workspace: `/board` becomes `/w/acme/board`. */
export function useWorkspaceHref(): (page: string) => string {
  const { workspace = '' } = useParams()
  return useCallback((page) => `/w/${workspace}${page}`, [workspace])
}
