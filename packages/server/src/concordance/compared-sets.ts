import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { invalidField, notFound } from "../error.ts";

/**
 * Checks that the discordant variants of comparisons can be held against each other: sets of one truth set, and whole.
 * A variant that one of them lacks because its list was cut off would look like one that it has right.
 *
 * @param pointer where in the request the ids are.
 * @throws ServerError TS_NOT_FOUND; TS_REQUEST_INVALID where they cannot be compared, saying why.
 */
export async function requireComparableSets(
  kysely: Kysely<Tables>,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  const rows = await kysely
    .selectFrom("comparison")
    .innerJoin("truth_set", "truth_set.id", "comparison.truth_set_id")
    .select(["comparison.id", "truth_set_id", "name", "version", "discordant_total", "discordant_listed"])
    .where("comparison.id", "in", [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = ids.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw notFound("comparison", id);
    return row;
  });
  const [first] = found;
  for (const { id, truth_set_id, name, version, discordant_total: total, discordant_listed: listed } of found) {
    if (total === null || listed === null) {
      throw invalidField(
        pointer,
        `comparison ${id} was recorded without its variants; record it again with the VCF of its decisions`,
      );
    }
    if (first !== undefined && truth_set_id !== first.truth_set_id) {
      const sets = `${first.name} ${first.version} and ${name} ${version}`;
      throw invalidField(pointer, `the comparisons are with different truth sets (${sets}): choose those with one`);
    }
    if (ids.length > 1 && listed < total) {
      throw invalidField(
        pointer,
        `of comparison ${id} only ${listed} of ${total} variants are kept, too few to be held against others`,
      );
    }
  }
}
