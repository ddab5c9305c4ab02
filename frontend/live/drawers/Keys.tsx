import { BINDINGS } from "../chord"

/** Every key of the room. */
export function Keys() {
  return (
    <div className="pad stack">
      <p>
        <kbd>Ctrl ,</kbd> and then one key, in every field and in the editor. <kbd>Esc</kbd> cancels.
      </p>
      <dl className="facts left keys">
        {BINDINGS.map((binding) => (
          <div key={binding.key}>
            <dt>
              <kbd>{binding.key}</kbd>
            </dt>
            <dd>{binding.says}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts left keys">
        <div>
          <dt>
            <kbd>Ctrl Enter</kbd>
          </dt>
          <dd>Run</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd> <kbd>Tab</kbd>
          </dt>
          <dd>Leave the editor</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl M</kbd>
          </dt>
          <dd>Under Vim: Tab leaves the editor, until pressed again</dd>
        </div>
      </dl>
    </div>
  )
}
