export type Job = {
  customer: string
  name: string
  workMs: number // how long it runs
}
