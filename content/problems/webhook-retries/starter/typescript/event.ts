export type Event = {
  subscriber: string
  name: string // unique
}
