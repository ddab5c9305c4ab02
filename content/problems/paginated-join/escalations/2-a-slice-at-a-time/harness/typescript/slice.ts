import type { Row } from "./records"

/** `resume`: with this, the next slice goes on. */
export type Slice = { rows: Row[]; resume: string; finished: boolean }
