import { type Html, html } from "@touchstone/report/html";

/** A table of records, a column for each name; a sentence where there is none. */
export function table(records: readonly object[], columns: Readonly<Record<string, (record: never) => unknown>>): Html {
  if (records.length === 0) return html`<p>None.</p>`;
  const head = Object.keys(columns).map((name) => html`<th scope="col">${name}</th>`);
  const rows = records.map((record) => {
    const cells = Object.values(columns).map((of) => html`<td>${of(record as never)}</td>`);
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<table><thead><tr>${head}</tr></thead><tbody>\n${rows}</tbody></table>`;
}
