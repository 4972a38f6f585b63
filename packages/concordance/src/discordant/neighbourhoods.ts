/** A row of P.vcf.gz as far as its neighbours matter. */
export interface PlacedRow {
  readonly contig: string;
  /** 0-based half-open: the bases of REF. */
  readonly start: number;
  readonly end: number;
  /** Null where there is none. */
  readonly superlocus: string | null;
  readonly isDiscordant: boolean;
}

/** Bases between two records from which on neither is a local match of the other. */
const LOCAL_DISTANCE = 30;
/** Farther back no record is of the same superlocus: as far as ranges read beyond their cuts. */
const REACH = 5000;

/** The discordant rows, and those that are of their superlocus or lie beside them, in the order of the rows. */
export function* neighbourhoods<Row extends PlacedRow>(rows: Iterable<Row>): Generator<Row> {
  let window: { readonly row: Row; isKept: boolean }[] = [];
  for (const row of rows) {
    const behind = window.findIndex((other) => other.row.contig === row.contig && other.row.start >= row.start - REACH);
    const passed = behind < 0 ? window : window.slice(0, behind);
    yield* passed.filter(({ isKept }) => isKept).map((one) => one.row);
    if (passed.length > 0) window = window.slice(passed.length);
    const entry = { row, isKept: row.isDiscordant };
    for (const other of window) {
      if (!(row.isDiscordant || other.row.isDiscordant) || !belongTogether(other.row, row)) continue;
      if (row.isDiscordant) other.isKept = true;
      if (other.row.isDiscordant) entry.isKept = true;
    }
    window.push(entry);
  }
  yield* window.filter(({ isKept }) => isKept).map((one) => one.row);
}

function belongTogether(one: PlacedRow, other: PlacedRow): boolean {
  return (one.superlocus !== null && one.superlocus === other.superlocus) || other.start - one.end < LOCAL_DISTANCE;
}
