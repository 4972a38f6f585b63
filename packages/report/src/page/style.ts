import { GRID, GUIDE, INK, MUTED_INK, PAPER } from "@touchstone/charts";

/**
 * Looks of all reports, on the screen (light and dark) and on A4. Charts are drawn in ink on paper; in the dark their
 * neutral tones change with the page, the colours of data stay.
 */
export const STYLE: string = `
:root {
  color-scheme: light dark;
  --paper: ${PAPER}; --ink: #16191d; --muted: #565d66; --line: #d4d8dd; --head: #f2f4f6; --accent: #0b5a86;
  --warn: #fdf3dc; --warn-line: #b57600; --chart-grid: ${GRID}; --chart-guide: ${GUIDE};
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c; --ink: #e8eaed; --muted: #a6adb6; --line: #3a4048; --head: #1f242a; --accent: #7cc4ef;
    --warn: #2e2612; --warn-line: #e0a63a; --chart-grid: #2c3138; --chart-guide: #7d858f;
  }
  svg [fill="${INK}"] { fill: var(--ink); }
  svg [stroke="${INK}"] { stroke: var(--ink); }
  svg[color="${INK}"], svg [color="${INK}"] { color: var(--ink); }
  svg [fill="${MUTED_INK}"] { fill: var(--muted); }
  svg [stroke="${MUTED_INK}"] { stroke: var(--muted); }
  svg [stroke="${GUIDE}"] { stroke: var(--chart-guide); }
  svg [stroke="${GRID}"] { stroke: var(--chart-grid); }
  svg [fill="${PAPER}"] { fill: var(--paper); }
  svg [stroke="${PAPER}"] { stroke: var(--paper); }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  overflow-wrap: break-word;
  font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, "Liberation Sans", sans-serif;
}
header { border-bottom: 2px solid var(--ink); padding-bottom: 1rem; margin-bottom: 1.75rem; }
.kind { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .02em; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .15rem 0 .9rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
.muted, small { color: var(--muted); }
small { font-size: .85em; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .2rem 1.25rem; margin: 0; }
dl.facts dt { color: var(--muted); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
dl.facts dd small { margin-left: .4em; }
.scroll { overflow-x: auto; margin: .5rem 0 1.25rem; }
p + .scroll, dl.facts + .scroll { margin-top: 1.25rem; }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; font-size: 14px; }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { background: var(--head); border-bottom: 1px solid var(--muted); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 600; min-width: 7rem; overflow-wrap: break-word; }
tbody th small { font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
.number small { display: block; white-space: normal; max-width: 9rem; margin-left: auto; }
td.text { overflow-wrap: break-word; }
time { white-space: nowrap; }
table.strong tbody tr > * { font-size: 15px; }
table.strong tbody small { font-size: 12px; }
ul.notes { margin: .5rem 0 1.25rem; padding: .75rem 1rem .75rem 2rem; background: var(--warn); border-left: 4px solid var(--warn-line); }
ul.notes li { margin: .2rem 0; }
figure { margin: 1rem 0 1.5rem; overflow-x: auto; }
figure:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
figure svg { display: block; width: 100%; max-width: 170mm; min-width: 34rem; height: auto; }
code { font: 12px/1.4 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
ol.references { padding-left: 1.4rem; font-size: 13px; color: var(--muted); }
ol.references a { color: var(--accent); overflow-wrap: anywhere; }
table.signatures td { height: 3.2rem; min-width: 7rem; }
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.35rem; }
  dl.facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dl.facts dd { margin-bottom: .5rem; }
  .scroll table { min-width: 40rem; }
}
@page { size: A4; margin: 16mm 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #565d66; } }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 7mm; } h3 { font-size: 10pt; }
  h2, h3, caption { break-after: avoid; }
  table { font-size: 7pt; } thead th { white-space: normal; } caption { font-size: 9pt; } code { font-size: 6.5pt; }
  table.strong tbody tr > * { font-size: 7.5pt; } table.strong tbody small { font-size: 6.5pt; }
  th, td { padding: .9mm .8mm; }
  .number { white-space: normal; } data { white-space: nowrap; }
  td.text { min-width: 9mm; overflow-wrap: anywhere; }
  tbody th { min-width: 15mm; max-width: 36mm; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr, figure, ul.notes, li, .whole { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .scroll, figure { overflow: visible; }
  figure svg { min-width: 0; width: 170mm; }
  p { max-width: none; }
  thead th, ul.notes { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
