import { describe, expect, it } from "vitest"
import { ApiError, roomApi } from "./api"

type Call = { url: string; headers: Record<string, string>; body: unknown }

function server(...answers: (() => Response)[]) {
  const calls: Call[] = []
  const fetchIt = (async (url: string, init: RequestInit) => {
    calls.push({ url, headers: init.headers as Record<string, string>, body: JSON.parse(String(init.body)) })
    const answer = answers[Math.min(calls.length, answers.length) - 1]
    if (answer === undefined) throw new TypeError("no answer")
    return answer()
  }) as typeof fetch
  return { calls, api: roomApi("/c/token/room/", fetchIt, 1) }
}

const down = () => {
  throw new TypeError("Failed to fetch")
}

describe("the room's posts", () => {
  it("send JSON to their own address under a name of their own", async () => {
    const { calls, api } = server(() => Response.json({ run: "r1" }))
    const body = { doc: "doc:pad", language: "python", files: {}, stdin: "", mode: "input" } as const
    expect(await api.post("run", body)).toEqual({ run: "r1" })
    await api.post("run", body)
    expect(calls[0]?.url).toBe("/c/token/room/run")
    expect(calls[0]?.headers.Accept).toBe("application/json")
    expect(calls[0]?.headers.Once).not.toBe(calls[1]?.headers.Once)
  })

  it("ask again under the same name when the answer was lost", async () => {
    const { calls, api } = server(down, () => Response.json({}))
    await api.post("begin", {})
    expect(calls).toHaveLength(2)
    expect(calls[0]?.headers.Once).toBe(calls[1]?.headers.Once)
  })

  it("bring the server's own words", async () => {
    const { calls, api } = server(() =>
      Response.json({ error: { code: "conflict", message: "Begin the hour first." } }, { status: 409 }),
    )
    await expect(api.post("end", {})).rejects.toThrow("Begin the hour first.")
    expect(calls).toHaveLength(1)
  })

  it("say so when what came back is not ours", async () => {
    const { api } = server(() => new Response("<html>", { status: 502 }))
    const error = await api.post("end", {}).catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).code).toBe("http-502")
  })

  it("give up in the end, in words", async () => {
    const { calls, api } = server(down)
    await expect(api.post("end", {})).rejects.toThrow("the server does not answer")
    expect(calls).toHaveLength(3)
  })
})
