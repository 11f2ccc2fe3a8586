const drawings = {
  notFound: (
    <>
      <path d="M14 58h92" />
      <path d="M30 58V26a4 4 0 0 1 4-4h30l16 16v20" />
      <path d="M64 22v12a4 4 0 0 0 4 4h12" />
      <path d="M42 44h10M42 50h20" strokeDasharray="2 4" />
    </>
  ),
  forbidden: (
    <>
      <path d="M14 58h92" />
      <path d="M40 58V36a4 4 0 0 1 4-4h32a4 4 0 0 1 4 4v22" />
      <path d="M48 32v-6a12 12 0 0 1 24 0v6" />
      <path d="M60 43v6" />
    </>
  ),
  broken: (
    <>
      <path d="M10 44h24l6-16 10 30 8-22 5 8h10" />
      <path d="M80 44h4M90 44h4M100 44h8" strokeDasharray="2 4" />
    </>
  ),
  unreachable: (
    <>
      <path d="M10 44h30a6 6 0 0 1 0 12h-4" />
      <path d="M110 44H80a6 6 0 0 0 0 12h4" />
      <path d="M52 30l4 6M60 26v8M68 30l-4 6" />
    </>
  ),
}

/** A line drawing beside an error, saying nothing the words do not say. */
export function ErrorArt({ kind }: { kind: keyof typeof drawings }) {
  return (
    <svg
      viewBox="0 0 120 72"
      className="-ml-1 h-18 w-30 text-subtle"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[kind]}
    </svg>
  )
}
