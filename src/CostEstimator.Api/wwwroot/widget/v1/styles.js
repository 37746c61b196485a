/** How it looks. Constructed, so that no Content-Security-Policy has to allow it. */
export const styles = new CSSStyleSheet();

styles.replaceSync(`
:host {
  min-height: 34em; min-width: 0; max-width: 100%; writing-mode: horizontal-tb !important; opacity: 1 !important;
  display: flow-root; position: static !important; columns: auto !important; break-inside: avoid !important; height: auto !important; max-height: none !important; overflow: visible !important;
}
:host([programme]) { min-height: max(60em, 100vh) }
:host([hidden]), [hidden] { display: none !important }
:host::before, :host::after { content: none !important }

[part=widget] {
  all: initial;
  --accent: var(--tce-accent, light-dark(#0a6b5c, #5fd6bd));
  --on-accent: var(--tce-on-accent, light-dark(#fff, #05241e));
  --background: var(--tce-background, light-dark(#fff, #14191f));
  --surface: var(--tce-surface, light-dark(#f3f6f7, #1e252d));
  --text: var(--tce-text, light-dark(#1a2229, #edf1f4));
  --muted: var(--tce-muted, light-dark(#505b65, #adb8c2));
  --border: var(--tce-border, light-dark(#d9dfe4, #3a444e));
  --control: var(--tce-control, light-dark(#77828d, #8b96a1));
  --warning: var(--tce-warning, light-dark(#8a4b00, #ffc46b));
  --radius: var(--tce-radius, .75em);
  color-scheme: inherit;
  box-sizing: border-box;
  width: 100%;
  container-type: inline-size;
  min-height: inherit;
  padding: var(--tce-padding, 1.25em);
  border: 1px solid var(--border);
  border-radius: var(--radius);
  background: var(--background);
  color: var(--text);
  font: var(--tce-font-size, medium)/1.5 var(--tce-font, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
  user-select: text;
}
/* Its preferred width. */
.room { all: initial; display: block; height: 0; overflow: hidden; visibility: hidden; word-spacing: 6em }
[part=widget], [part=loading] { display: flex; flex-direction: column; flex: 1; gap: 1em }
[part=widget] * { box-sizing: border-box; scroll-margin: calc(var(--covered, 8em) + 1em) 0 1em }
.top * { scroll-margin: 1em 0 }

h2, h3, h4, p, ul, ol, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0 }
ul, ol { list-style: none }
h2 { font-size: 1.35em; line-height: 1.25 }
h3 { font-size: 1.1em; line-height: 1.3 }
h3, h3 + p { margin-bottom: .75em }
h4 { font-size: 1em }
.label, .muted { color: var(--muted) }
.muted { font-size: .9em }
.name, [part=price] { font-weight: 600 }
.unseen { position: absolute; clip-path: inset(50%) }

button, select, input { font: inherit; color: inherit; accent-color: var(--accent) }
button, select, input[type=number] {
  min-height: 2.5em; padding: .3em .75em; border: 1px solid var(--control); border-radius: calc(var(--radius) / 1.5); background: var(--background);
}
[aria-invalid] { border-color: var(--warning) }
::placeholder { color: var(--muted) }
button { cursor: pointer }
button:hover, select:hover, [part=option]:hover { background: var(--surface) }
button[aria-disabled] { cursor: default; color: var(--muted) }
[part=quote-button]:not([aria-disabled]) { border-color: var(--accent); background: var(--accent); color: var(--on-accent) }
[part=quote-button] { font-weight: 600; padding: .6em 1.5em }
label > input { flex: none; width: 1.25em; height: 1.25em; margin: .125em 0 0 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
label:has(input:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px }
label > input:focus-visible { outline: 0 }

header { display: flex; flex-wrap: wrap; align-items: end; gap: .75em 1em }
h2 { flex: 14em }
.switch { display: grid; font-size: .9em }

/* In sight as long as it leaves the most of the window to the rest. */
.top {
  position: sticky; top: min(0px, 99 * (30vh - var(--covered, 0px))); z-index: 1;
  background: var(--background); box-shadow: 0 .5em 0 var(--background);
}
[part=total] { padding: 1em; border-radius: var(--radius); background: var(--surface) }
.sentence { display: grid; align-content: center; min-height: 3.5em }
[part=amount] { font-size: min(1.6em, 7.5cqi); font-weight: 700; line-height: 1.25 }
[part=bar] { height: .9em; margin-top: .75em; border-radius: 1em; background: var(--border); overflow: hidden }
[part=range] { height: 100%; background: var(--accent); clip-path: inset(0 var(--after, 0%) 0 var(--before, 0%) round 1em); transition: clip-path .5s ease }
[part=range][data-open] { mask-image: linear-gradient(to right, #000 var(--before), transparent) }
[part=stale], [part=problem] { border: 2px solid var(--warning) }
[part=stale], [part=problem], .sources { padding: .75em 1em; border-radius: calc(var(--radius) / 2) }
[part=stale], strong { color: var(--warning) }

.columns, .column { display: grid; gap: 1.75em; align-content: start; min-width: 0 }
.rows, .groups, .notes, .items { display: grid; gap: 1em }
[part=quantity] { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em }
.named { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em }
[part=quantity] .named { flex: 12em; flex-direction: column }
.stepper { display: flex; gap: .25em; max-width: 100% }
.stepper * { min-width: 24px }
.stepper button { width: 2.5em; padding: 0; font-size: 1.1em; font-weight: 600 }
.stepper input { width: 4.5em; text-align: center; appearance: textfield }
.stepper input::-webkit-inner-spin-button { appearance: none; margin: 0 }
.choice { display: flex; flex: 100%; gap: .5em; min-height: 24px; cursor: pointer }
legend { font-weight: 600; margin-bottom: .5em }
.options { display: grid; gap: .5em }
[part=option] {
  display: grid; grid-template-columns: auto 1fr; gap: 0 .75em; padding: .55em .75em;
  border: 1px solid var(--border); border-radius: calc(var(--radius) / 1.5); cursor: pointer;
}
[part=option-total] { grid-column: 2; color: var(--muted); font-size: .9em }
[part=option]:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--surface) }
[part=question] > p, [part=retry] { margin-top: .5em }

.stages { display: grid; gap: 1.25em }
.stages > li { display: grid; gap: .5em; padding-inline-start: 1em; border-inline-start: 3px solid var(--border) }
[part=price] { flex-grow: 1; text-align: end }
[part=price][data-on-request] { font-weight: 400; font-style: italic }
.badge { display: inline-block; padding: 0 .6em; border: 1px solid var(--warning); border-radius: 1em; color: var(--warning); font-size: .8em }
summary { width: fit-content; min-height: 24px; color: var(--accent); cursor: pointer; font-size: .9em }
.sources { display: grid; gap: .75em; margin: .5em 0; background: var(--surface); font-size: .9em }
.notes { padding-inline-start: 1.2em; list-style: disc }

.quoting { display: grid; gap: 1em; justify-items: start }
.quoting > * { max-width: 100% }
[part=quote] { padding: 1em; border: 2px solid var(--accent); border-radius: var(--radius) }
.reference { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .75em }
code { font: 600 1.1em/1.5 ui-monospace, monospace }

[part=skeleton] { display: grid; flex: 1; gap: 1em }
[part=skeleton] span { min-height: 3em; border-radius: .5em; background: var(--surface) }
[data-state=loading] > :not([part=loading], .early),
[data-state=failed-first] > :not([part=loading], .top, .early),
[data-state=failed-first] :is([part=skeleton], [part=total]),
:is([data-state=ready], [data-state=empty], [data-state=failed]) > :is([part=loading], .early),
[data-state=failed] [part=total],
[data-state=empty] :is([part=range], [part=questions], [part=lines], [part=notes]) { display: none }
[data-state=failed] :is([part=stale], [part=quote-button], [part=option-total], [part=lines], [part=notes]) { visibility: hidden }
[part=disclaimer] { margin-top: auto }
div:has(> [part=stale][hidden]) { position: absolute }
[data-state=failed-first] [part=loading] { flex: none }

/* A price that may no longer hold is soon out of sight. */
[aria-busy] :is([part=amount], [part=price], [part=option-total]) { animation: gone 0s 1s forwards }
[aria-busy] :is([part=range], [part=retry], [part=skeleton] span) { animation: breathe 1.4s .3s infinite }
@keyframes gone { to { visibility: hidden } }
@keyframes breathe { 50% { background: var(--border) } }

@container (min-width: 46em) {
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2.5em }
  [part=option] { grid-template-columns: auto 1fr auto }
  [part=option-total] { grid-column: auto; align-self: center }
}
@media (prefers-reduced-motion: reduce) { [part=range], [part=retry], [part=skeleton] span { transition: none; animation: none !important } }
@media (forced-colors: active) {
  [part=bar] { border: 1px solid CanvasText }
  [part=range], [part=quote-button]:not([aria-disabled]) { forced-color-adjust: none; background: Highlight; color: HighlightText }
  [part=total] { border: 1px solid }
  [part=option]:has(:checked) { border-color: Highlight }
  [aria-disabled] { color: GrayText; border-color: GrayText }
  [part=skeleton] span { border: 1px solid GrayText }
}
`);
