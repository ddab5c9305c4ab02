/** Texts under keys, with transactions inside transactions. */
export class Store {
  get(key: string): string | undefined {
    return undefined
  }

  set(key: string, value: string): void {}

  remove(key: string): void {}

  /** How many keys have this value now. */
  count(value: string): number {
    return 0
  }

  /** Opens a transaction, inside of the one that is open, if any. */
  begin(): void {}

  /** Ends the innermost transaction and keeps its changes. False if none is open. */
  commit(): boolean {
    return false
  }

  /** Ends the innermost transaction and undoes its changes. False if none is open. */
  rollback(): boolean {
    return false
  }
}
