import { csvLine } from "../report/csv.ts";
import type { MeasuredVariant } from "./measure-variants.ts";

/** What is said of all measurements of a call set; null where nobody says it. */
export interface MeasuredMaterial {
  /** Control material or reference sample. */
  readonly material: string;
  readonly materialLot: string | null;
  readonly level: string | null;
  readonly replicate: string | null;
  readonly instrument: string | null;
}

const COLUMNS = ["material", "material_lot", "analyte", "level", "replicate", "kind", "value", "depth", "instrument"];

/** Measured variants as the CSV that `touchstone ingest` and `touchstone monitor` read; a header alone where there are none. */
export function measurementsCsv(measured: readonly MeasuredVariant[], of: MeasuredMaterial): string {
  const rows = measured.map(({ analyte, vaf, depth }) =>
    csvLine([of.material, of.materialLot, analyte, of.level, of.replicate, "vaf", vaf, depth, of.instrument]),
  );
  return [csvLine(COLUMNS), ...rows].join("");
}
