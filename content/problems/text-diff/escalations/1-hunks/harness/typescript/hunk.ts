import type { Edit } from "./edits"

/** Changes with some lines around them, and where they are in both texts. */
export type Hunk = {
  beforeStart: number // counted from 1; of the line above where there are none
  beforeCount: number
  afterStart: number
  afterCount: number
  edits: Edit[]
}
