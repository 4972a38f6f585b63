import { type CountTable, type Filter, ROW_KEYS } from "../count/count-table.ts";
import { EXTENDED_COLUMNS, extendedRow, type RowPlace } from "./happy-table.ts";
import { filtersOf, type ReportInput } from "./report-input.ts";

/** A stratum's column in the count table, and where its rows stand in the report. */
export interface Subset {
  readonly column: number;
  place(filter: Filter): RowPlace;
}

/** All records first (`*`), then the strata by name. */
export function subsetsOf(input: ReportInput): Subset[] {
  const strata = input.strata.map((size, s) => ({ column: s + 1, size: { ...size, subset: size.name } }));
  strata.sort((a, b) => (a.size.name < b.size.name ? -1 : a.size.name > b.size.name ? 1 : 0));
  return [{ column: 0, size: { ...input.whole, subset: "*" } }, ...strata].map(({ column, size }) => ({
    column,
    place: (filter) => ({
      subset: size.subset,
      filter,
      scoreField: input.scoreField,
      sizeBases: size.sizeBases,
      confidentBases: size.confidentBases,
    }),
  }));
}

/** Lines of `extended.csv`: header, then a row per type, subtype, stratum and filter in hap.py's order. */
export function extendedLines(input: ReportInput, table: CountTable): string[] {
  const subsets = subsetsOf(input);
  const filters = filtersOf(input);
  const lines = [EXTENDED_COLUMNS.join(",")];
  ROW_KEYS.forEach((key, row) => {
    for (const { column, place } of subsets) {
      for (const filter of filters) lines.push(extendedRow(key, place(filter), table.row(column, filter, row)));
    }
  });
  return lines;
}
