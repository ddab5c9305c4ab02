import { useState } from "react"
import { Problem } from "../../parts/Problem"
import type { HintCard } from "../config"
import type { Given, HintSending } from "../hints"
import type { PanelState } from "../panel_state"
import { clockAt } from "../words"

type HintsProps = { panel: PanelState; sending: HintSending }

/** The ladder, smallest first: shown or said, both are logged alike. */
export function Hints({ panel, sending }: HintsProps) {
  const { question, given, hour, candidate, clock } = panel
  if (question === null)
    return (
      <p className="pad quiet">Hints belong to a problem. They appear here when one is planned or begun.</p>
    )
  const helped = given.filter((one) => one.question === question.id)
  const next = question.hints.find((hint) => !helped.some((one) => one.step === hint.step))
  return (
    <>
      <ol className="ladder">
        {question.hints.map((hint) => (
          <Rung
            key={hint.step}
            hint={hint}
            given={helped.filter((one) => one.step === hint.step)}
            openAtFirst={hint.step === next?.step || hint.step === (next?.step ?? 0) + 1}
            questionId={question.id}
            candidate={candidate}
            openedAt={hour.openedAt}
            sending={sending}
            can={clock.running}
          />
        ))}
        {helped
          .filter((one) => one.step === null)
          .map((one) => (
            <li className="given" key={one.atMs}>
              <p className="small row">
                <b>own</b> <GivenBadge given={one} openedAt={hour.openedAt} />
              </p>
              <p>{one.text}</p>
            </li>
          ))}
      </ol>
      <Problem text={sending.error} />
      {clock.running ? null : <p className="pad small quiet">Hints can be given while the hour runs.</p>}
      <OwnHint questionId={question.id} candidate={candidate} sending={sending} can={clock.running} />
    </>
  )
}

type RungProps = {
  hint: HintCard
  given: readonly Given[]
  openAtFirst: boolean
  questionId: string
  candidate: string
  openedAt: Date | null
  sending: HintSending
  can: boolean
}

function Rung({ hint, given, openAtFirst, questionId, candidate, openedAt, sending, can }: RungProps) {
  const [opened, setOpened] = useState(false)
  const pending = sending.pending
  const isPending = pending !== null && pending.step === hint.step && pending.question === questionId
  if (given.length > 0)
    return (
      <li className="given">
        <p className="small row">
          <b>{hint.step}</b>
          {given.map((one) => (
            <GivenBadge key={one.atMs} given={one} openedAt={openedAt} />
          ))}
        </p>
        <p>{hint.text}</p>
      </li>
    )
  const open = openAtFirst || opened || isPending
  return (
    <li className={open ? "open" : undefined}>
      <p className="small row">
        <b>{hint.step}</b> <span className="quiet">{hint.title}</span>
        {isPending ? <span className="badge info push">… sending</span> : null}
        {open ? null : (
          <button type="button" className="plain push" aria-expanded={false} onClick={() => setOpened(true)}>
            Open
          </button>
        )}
      </p>
      {isPending ? (
        <Preview candidate={candidate} text={hint.text} leftS={pending.leftS} sending={sending} />
      ) : open ? (
        <>
          <p>{hint.text}</p>
          <div className="row">
            <button
              type="button"
              disabled={!can || sending.busy || pending !== null}
              onClick={() => sending.show(questionId, hint.step, hint.text)}
            >
              Show
            </button>
            <button
              type="button"
              disabled={!can || sending.busy || pending !== null}
              onClick={() => void sending.said(questionId, hint.step, hint.text)}
            >
              Said aloud
            </button>
          </div>
        </>
      ) : null}
    </li>
  )
}

type PreviewProps = { candidate: string; text: string; leftS: number; sending: HintSending }

function Preview({ candidate, text, leftS, sending }: PreviewProps) {
  return (
    <div className="preview">
      <p className="small">
        {candidate} sees this in <b>{leftS} s</b>
      </p>
      <p className="text">{text}</p>
      <div className="row">
        <button type="button" onClick={() => sending.takeBack()}>
          Take back <kbd>Ctrl , Z</kbd>
        </button>
        <button type="button" className="plain" onClick={sending.sendNow}>
          Send now
        </button>
      </div>
    </div>
  )
}

function GivenBadge({ given, openedAt }: { given: Given; openedAt: Date | null }) {
  return (
    <span className="badge">
      {given.shown ? "Shown" : "Said aloud"} {clockAt(openedAt, given.atMs)}
    </span>
  )
}

type OwnHintProps = { questionId: string; candidate: string; sending: HintSending; can: boolean }

function OwnHint({ questionId, candidate, sending, can }: OwnHintProps) {
  const [text, setText] = useState("")
  const { pending } = sending
  if (pending !== null && pending.step === null)
    return (
      <div className="own">
        <Preview candidate={candidate} text={pending.text} leftS={pending.leftS} sending={sending} />
      </div>
    )
  const ready = can && text.trim() !== "" && pending === null && !sending.busy
  return (
    <form className="own" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="own-hint" className="small">
        Your own hint, in one line
      </label>
      <input
        id="own-hint"
        value={text}
        maxLength={2000}
        placeholder="What you said or want to show"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <button
          type="button"
          disabled={!ready}
          onClick={() => void sending.said(questionId, null, text).then((done) => done && setText(""))}
        >
          Said aloud
        </button>
        <button
          type="button"
          disabled={!ready}
          onClick={() => {
            sending.show(questionId, null, text)
            setText("")
          }}
        >
          Show
        </button>
      </div>
    </form>
  )
}
