import { type CountTable, ROW_KEYS } from "../count/count-table.ts";
import { subsetsOf } from "./extended-csv.ts";
import { EXTENDED_COLUMNS, thresholdRow } from "./happy-table.ts";
import { ratesOf } from "./rates.ts";
import { filtersOf, type ReportInput } from "./report-input.ts";
import { rocCurve } from "./roc.ts";

/**
 * Lines of each roc table by the middle of its file name, e.g. `roc.Locations.SNP.PASS`. The table of all has the
 * lines of `extended.csv` first, which are given.
 */
export function rocTables(input: ReportInput, table: CountTable, extended: readonly string[]): Map<string, string[]> {
  const scores = input.tally.scores.toTransferable();
  const [whole] = subsetsOf(input);
  const all = [...extended];
  const tables = new Map<string, string[]>();
  for (const key of ROW_KEYS.filter(({ subtype }) => subtype === "*")) {
    for (const filter of filtersOf(input)) {
      const place = whole.place(filter);
      const lines = rocCurve(scores, table, key.type, filter).map((point) =>
        thresholdRow(key, place, point.score, ratesOf(point), point),
      );
      all.push(...lines);
      const name = filter === "ALL" ? `roc.Locations.${key.type}` : `roc.Locations.${key.type}.PASS`;
      tables.set(name, [EXTENDED_COLUMNS.join(","), ...lines]);
    }
  }
  return tables.set("roc.all", all);
}
