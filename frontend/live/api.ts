/** The room's POSTs: everything that is decided by the server and comes back over the log. */

export type MarkKind = "question" | "good" | "concern" | "answered" | "flag"
export type ProbeState = "asked" | "supported" | "unsupported" | "unreached"
export type RunMode = "input" | "visible"

/** What the server refused, in words for a person; `code` is stable. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export type Bodies = {
  ticket: Record<string, never>
  run: { doc: string; language: string; files: Record<string, string>; stdin: string; mode: RunMode }
  stop: { run: string }
  hint: { question: string; step: number | null; said: boolean; text?: string }
  fact: { question: string; fact: string }
  mark: { kind: MarkKind; text: string; backMs: number }
  probe: { probe: string; state: ProbeState; note: string }
  segment: { segment: string }
  reveal: { question: string; revision: number }
  pause: { reason: string }
  resume: Record<string, never>
  language: { doc: string; language: string }
  begin: Record<string, never>
  end: Record<string, never>
  late: { minutes: number; reason: string }
}
export type Answers = { ticket: { ticket: string }; run: { run: string } }
type AnswerOf<K extends keyof Bodies> = K extends keyof Answers ? Answers[K] : unknown

export type RoomApi = {
  /** Sends once; a lost answer is asked for again under the same `Once` name, so nothing happens twice. */
  post<K extends keyof Bodies>(what: K, body: Bodies[K]): Promise<AnswerOf<K>>
}

const TRIES = 3

export function roomApi(
  base: string,
  fetchIt: typeof fetch = (...args) => fetch(...args),
  waitMs = 700,
): RoomApi {
  return {
    async post(what, body) {
      const once = crypto.randomUUID()
      for (let attempt = 1; ; attempt++) {
        const answer = await send(fetchIt, `${base}${what}`, body, once)
        if (answer instanceof ApiError) {
          if (answer.code !== "unreachable" || attempt >= TRIES) throw answer
          await new Promise((resolve) => setTimeout(resolve, waitMs * attempt))
          continue
        }
        return answer as never
      }
    },
  }
}

async function send(fetchIt: typeof fetch, url: string, body: unknown, once: string): Promise<unknown> {
  let response: Response
  try {
    response = await fetchIt(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        Once: once,
        "X-CSRFToken": csrfToken(),
      },
      body: JSON.stringify(body),
    })
  } catch {
    // The line is down or the server restarts; the caller tries again under the same name.
    return new ApiError("unreachable", "Not sent: the server does not answer. Try again in a moment.")
  }
  if (response.ok) return response.status === 204 ? {} : await response.json()
  return await refusal(response)
}

async function refusal(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    return new ApiError(error.code, error.message)
  } catch {
    // Not ours: a proxy's page, or a crash. The status is all there is to tell.
    return new ApiError(
      `http-${response.status}`,
      `Not done: the server answered ${response.status}. Try again.`,
    )
  }
}

export function csrfToken(): string {
  if (typeof document === "undefined") return ""
  const field = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")
  if (field !== null) return field.value
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? ""
}
