import type { TestResult } from "./runs"

type TestListProps = { tests: readonly TestResult[]; of: "visible" | "hidden" }

/** Tests with a sign and a word each; those that fail show what was expected and what came. */
export function TestList({ tests, of }: TestListProps) {
  if (tests.length === 0) return null
  return (
    <ul className="tests" aria-label={of === "hidden" ? "Hidden tests, yours only" : "Visible tests"}>
      {tests.map((test) => (
        <li key={test.name} className={test.passed ? undefined : "failed"}>
          <b className={test.passed ? "good" : "bad"}>
            <span aria-hidden="true">{test.passed ? "✓" : "✗"}</span>
            <span className="unseen">{test.passed ? "passed" : "failed"}</span>
          </b>{" "}
          {test.name}
          {test.passed ? null : <Difference test={test} />}
        </li>
      ))}
    </ul>
  )
}

function Difference({ test }: { test: TestResult }) {
  const expected = test.expected ?? null
  const actual = test.actual ?? null
  if (expected === null && actual === null) return null
  const short =
    `${expected ?? ""}${actual ?? ""}`.length < 90 && !/\n/.test(`${expected ?? ""}${actual ?? ""}`.trim())
  if (short)
    return (
      <code>
        expected {expected?.trim() || "nothing"}, got {actual?.trim() || "nothing"}
      </code>
    )
  return (
    <dl className="difference">
      <div>
        <dt>expected</dt>
        <dd>
          <pre>{expected ?? ""}</pre>
        </dd>
      </div>
      <div>
        <dt>got</dt>
        <dd>
          <pre>{actual === null || actual === "" ? "nothing" : actual}</pre>
        </dd>
      </div>
    </dl>
  )
}
