import { HighlightStyle, syntaxHighlighting } from "@codemirror/language"
import { EditorView } from "@codemirror/view"
import { tags } from "@lezer/highlight"

/** The editor in the house's tokens: both themes, and the reader's own contrast, come from the variables. */
export const houseTheme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--surface)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", fontSize: "var(--code-size)", lineHeight: "1.55" },
  ".cm-content": { padding: "var(--s2) 0", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "36px", padding: "0 var(--s3) 0 var(--s2)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--ground) 70%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--ink)" },
  ".cm-fat-cursor": { background: "var(--ink) !important", color: "var(--surface) !important" },
  "&:not(.cm-focused) .cm-fat-cursor": {
    background: "none !important",
    outline: "1px solid var(--ink-3) !important",
  },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--accent-soft) !important",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--sunken)",
    outline: "1px solid var(--edge)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel input, .cm-panel button": { font: "inherit" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", border: "var(--hair)", color: "var(--ink)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".caret": { zIndex: "3" },
  // Wider than it looks, so that a pointer finds it.
  ".caret::before": { content: '""', position: "absolute", inset: "0 -5px" },
  ".caret::after": { animation: "name-away 200ms linear 2s forwards", pointerEvents: "none" },
  ".caret:hover::after": { animation: "none" },
  ".cm-line:first-child .caret:not(.end)::after": {
    bottom: "auto",
    top: "100%",
    borderRadius: "0 var(--r1) var(--r1) var(--r1)",
  },
  ".remote-selection.who-1": { backgroundColor: "color-mix(in srgb, var(--who-1) 22%, transparent)" },
  ".remote-selection.who-2": { backgroundColor: "color-mix(in srgb, var(--who-2) 22%, transparent)" },
})

export const houseHighlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.self, tags.modifier, tags.operatorKeyword], color: "var(--code-key)" },
    { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: "var(--code-str)" },
    { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-num)" },
    { tag: [tags.comment, tags.meta], color: "var(--code-rem)" },
    { tag: [tags.definition(tags.typeName), tags.definition(tags.className)], fontWeight: "var(--medium)" },
    { tag: tags.invalid, textDecoration: "underline wavy var(--bad)" },
  ]),
)
