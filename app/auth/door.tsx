import type { ReactNode } from 'react'
import { BrandMark } from '../shell/brand-mark.tsx'

/** A page outside of any workspace: one card in the middle. */
export function Door({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main id="content" className="flex min-h-dvh items-start justify-center p-4 pt-[12dvh]">
      <div className="flex w-full max-w-sm flex-col gap-5">
        <BrandMark className="size-10" />
        <h1 className="text-page font-semibold text-balance">{title}</h1>
        {children}
      </div>
    </main>
  )
}
