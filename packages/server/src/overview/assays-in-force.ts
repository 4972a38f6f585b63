import type { AssayDocument } from "@touchstone/model";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";

/** An assay whose definition is approved, with what the overview asks of it. */
export interface AssayInForce {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Whether it has control measurements. */
  readonly hasControls: boolean;
  /** Shortest of the longest times between controls; null where none is demanded. */
  readonly controlIntervalDays: number | null;
  /** Names of its control materials. */
  readonly materials: ReadonlySet<string>;
}

/** The assays in force, by name. */
export async function assaysInForce(kysely: Kysely<Tables>): Promise<AssayInForce[]> {
  const rows = await kysely
    .selectFrom("assay")
    .select(["id", "name", "version", "document"])
    .where("status", "=", "approved")
    .orderBy("name")
    .execute();
  return rows.map(({ document, ...assay }) => ({ ...assay, ...asked(document as Partial<AssayDocument>) }));
}

function asked({ analytes = [], materials = [] }: Partial<AssayDocument>) {
  const intervals = analytes.flatMap(({ controlIntervalDays }) => controlIntervalDays?.value ?? []);
  return {
    hasControls: analytes.length > 0,
    controlIntervalDays: intervals.length === 0 ? null : Math.min(...intervals),
    materials: new Set([
      ...materials.filter(({ use }) => use === "control").map(({ name }) => name),
      ...analytes.flatMap((analyte) => analyte.materials),
    ]),
  };
}
