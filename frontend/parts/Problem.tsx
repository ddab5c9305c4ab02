type ProblemProps = { text: string | null }

/** What went wrong, beside what failed; spoken at once because the reader has just asked for it. */
export function Problem({ text }: ProblemProps) {
  if (text === null) return null
  return (
    <p className="problem" role="alert">
      <b className="bad">!</b> {text}
    </p>
  )
}
