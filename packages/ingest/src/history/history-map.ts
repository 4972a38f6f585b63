import type { Measurement, MeasurementKind } from "@touchstone/quality";

/** Fields of a measurement that a history may have. */
export type HistoryField = Exclude<keyof Measurement, "kind">;

/** Fields that every measurement has: each needs a column or a constant. */
export const neededFields = ["run", "time", "material", "analyte", "value"] as const;

/** Fields that may be the same for the whole table. */
export type ConstantField = Exclude<HistoryField, "run" | "time" | "value">;

/** What the numbers of the table mean. */
export type HistoryValues =
  | {
      /** Fractions of reads. */
      readonly kind: Exclude<MeasurementKind, "quantity">;
      /** Whether they are written as 0 to 1 or as 0 to 100. */
      readonly scale: "fraction" | "percent";
    }
  | { readonly kind: Extract<MeasurementKind, "quantity"> };

/**
 * How a table of past measurements is to be understood. Nothing is guessed: 03/04/2025 is a day in March or in April, and
 * 0.5 half or half a percent, as it is said here.
 */
export interface HistoryMap {
  /** The column of each field, named as in the header. */
  readonly columns: Partial<Readonly<Record<HistoryField, string>>>;
  /** Values of fields that have no column. */
  readonly constants?: Partial<Readonly<Record<ConstantField, string>>>;
  readonly values: HistoryValues;
  readonly decimalSeparator: "." | ",";
  /**
   * `iso` 2026-01-31, `day-first` 31.01.2026, `month-first` 01/31/2026; a time may follow. Times are UTC, unless an
   * `iso` one names its zone.
   */
  readonly dateFormat: "iso" | "day-first" | "month-first";
}
