import { type Html, html } from "./html.ts";

/** A column of a table. */
export interface TableColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | Html;
  /** Aligned to the right. */
  readonly isNumber?: boolean;
  /** Names the row. */
  readonly isHeading?: boolean;
}

/** A table with its caption. */
export interface Table<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** What is said in the place of a table without rows. */
  readonly none?: string;
  readonly className?: "strong" | "signatures";
}

/** A column of numbers. */
export function numberColumn<Row>(title: string, cell: (row: Row) => Html): TableColumn<Row> {
  return { title, cell, isNumber: true };
}

/** A table of at most so many rows is kept on one page. */
const MOST_ROWS_KEPT_TOGETHER = 15;

/** The table, in a frame that scrolls where the screen is too narrow. */
export function table<Row>({ caption, columns, rows, none = "None.", className }: Table<Row>): Html {
  if (rows.length === 0) return html`<p>${none}</p>\n`;
  const head = columns.map(({ title, isNumber }) => html`<th scope="col" class="${kind(isNumber)}">${title}</th>`);
  const body = rows.map((row) => html`<tr>${columns.map((column) => cellOf(column, row))}</tr>\n`);
  const frame = rows.length > MOST_ROWS_KEPT_TOGETHER ? "scroll" : "scroll whole";
  return html`<div class="${frame}" tabindex="0" role="region" aria-label="${caption}">
<table class="${className ?? "plain"}"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>
</div>
`;
}

function cellOf<Row>({ cell, isNumber, isHeading }: TableColumn<Row>, row: Row): Html {
  if (isHeading === true) return html`<th scope="row">${cell(row)}</th>`;
  return html`<td class="${kind(isNumber)}">${cell(row)}</td>`;
}

function kind(isNumber: boolean | undefined): string {
  return isNumber === true ? "number" : "text";
}
