/** The mark: a voice, and it carries. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g fill="none" className="stroke-on-accent" strokeWidth="2.4" strokeLinecap="round">
        <circle cx="10.500" cy="16" r="2" className="fill-on-accent" strokeWidth="1" />
        <path d="M15 11.200a6.600 6.600 0 0 1 0 9.600" />
        <path d="M19.400 7.800a11.400 11.400 0 0 1 0 16.400" opacity=".65" />
      </g>
    </svg>
  )
}
