import type { QualityError } from "../error.ts";

/** One row of a table of measurements, whatever the format: values by name, and errors that say where they stand. */
export interface SourceRow {
  /** Text without surrounding blanks; "" when it is empty, null or absent. */
  text(field: string): string;
  /** A finite number; null when it is empty, null or absent. Other things throw TS_MEASUREMENT_INVALID. */
  number(field: string): number | null;
  /** TS_MEASUREMENT_INVALID at the field. */
  error(field: string, what: string): QualityError;
}

/** Rows of a table, with the names of the columns that are there. */
export interface SourceTable {
  readonly rows: readonly SourceRow[];
  /** As written. */
  readonly columns: readonly string[];
}

/** The same for `reagent_lot`, `reagentLot` and `Reagent lot`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Finds the name under which a table has a field, itself when the table does not have it. */
export function nameFinder(names: readonly string[]): (field: string) => string {
  const written = new Map(names.map((name) => [normaliseName(name), name]));
  const found = new Map<string, string>();
  return (field) => {
    let name = found.get(field);
    if (name === undefined) {
      name = written.get(normaliseName(field)) ?? field;
      found.set(field, name);
    }
    return name;
  };
}
