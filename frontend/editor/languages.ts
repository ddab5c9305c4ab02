import { indentUnit, StreamLanguage } from "@codemirror/language"
import { EditorState, type Extension } from "@codemirror/state"

/** How a file is written: its highlighting, loaded when first wanted, and its indentation. */
type Grammar = { load: () => Promise<Extension>; indent: string }

const spaces = (n: number) => " ".repeat(n)

const GRAMMARS: Record<string, Grammar> = {
  python: { load: async () => (await import("@codemirror/lang-python")).python(), indent: spaces(4) },
  javascript: {
    load: async () => (await import("@codemirror/lang-javascript")).javascript(),
    indent: spaces(2),
  },
  typescript: {
    load: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true }),
    indent: spaces(2),
  },
  java: { load: async () => (await import("@codemirror/lang-java")).java(), indent: spaces(4) },
  go: { load: async () => (await import("@codemirror/lang-go")).go(), indent: "\t" },
  cpp: { load: async () => (await import("@codemirror/lang-cpp")).cpp(), indent: spaces(4) },
  sql: {
    load: async () => {
      const { sql, SQLite } = await import("@codemirror/lang-sql")
      return sql({ dialect: SQLite })
    },
    indent: spaces(2),
  },
  bash: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/shell")).shell),
    indent: spaces(2),
  },
  ruby: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/ruby")).ruby),
    indent: spaces(2),
  },
  rust: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/rust")).rust),
    indent: spaces(4),
  },
  csharp: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/clike")).csharp),
    indent: spaces(4),
  },
  kotlin: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/clike")).kotlin),
    indent: spaces(4),
  },
  swift: {
    load: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/swift")).swift),
    indent: spaces(4),
  },
}

const ENDINGS: Record<string, string> = {
  py: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  tsx: "typescript",
  java: "java",
  go: "go",
  c: "cpp",
  h: "cpp",
  cc: "cpp",
  cpp: "cpp",
  hpp: "cpp",
  sql: "sql",
  sh: "bash",
  bash: "bash",
  rb: "ruby",
  rs: "rust",
  cs: "csharp",
  kt: "kotlin",
  swift: "swift",
}

/** Which grammar a path is written in, by its ending; null where we know none. */
export function grammarOf(path: string): string | null {
  const ending = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""
  return ENDINGS[ending] ?? null
}

/** The paths of one language, with those of none, like notes.txt; and the rest. All of them where none is its own. */
export function ofLanguage(
  paths: readonly string[],
  language: string | null,
): { own: readonly string[]; others: readonly string[] } {
  if (language === null || !paths.some((path) => grammarOf(path) === language))
    return { own: paths, others: [] }
  const isOther = (path: string) => ![language, null].includes(grammarOf(path))
  return { own: paths.filter((path) => !isOther(path)), others: paths.filter(isOther) }
}

export function indentOf(path: string): string {
  return GRAMMARS[grammarOf(path) ?? ""]?.indent ?? spaces(4)
}

export function indentation(path: string): Extension {
  const indent = indentOf(path)
  return [indentUnit.of(indent), EditorState.tabSize.of(indent === "\t" ? 4 : indent.length)]
}

export async function highlighting(path: string): Promise<Extension> {
  return (await GRAMMARS[grammarOf(path) ?? ""]?.load()) ?? []
}
