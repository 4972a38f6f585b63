/** A column of a table for people. */
export interface TextColumn {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Longer cells are cut, with an ellipsis. */
  readonly width?: number;
}

const GAP = "  ";

/** Lines of a table: titles, then the rows; every column as wide as its widest cell, no line longer than `width`. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    row.map((cell, index) => shorten(cell, columns[index].width ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((_, index) => cells.reduce((widest, row) => Math.max(widest, row[index].length), 0));
  return cells.map((row) => {
    const padded = row.map((cell, index) => {
      return columns[index].align === "right" ? cell.padStart(widths[index]) : cell.padEnd(widths[index]);
    });
    return shorten(padded.join(GAP).trimEnd(), width);
  });
}

function shorten(cell: string, width: number): string {
  return cell.length <= width ? cell : `${cell.slice(0, width - 1)}…`;
}

/** A sentence in lines of at most `width` columns, the first after `lead`, the others below its end. */
export function wrap(text: string, width: number, lead: string): string[] {
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(lead.length) + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
}
