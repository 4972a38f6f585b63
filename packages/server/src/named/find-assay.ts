import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { invalidField } from "../error.ts";

/** An assay by its name: the version in force, or else the newest draft, unless a version is named. */
export interface NamedAssay {
  readonly name: string;
  readonly version?: number;
}

/** @throws ServerError TS_REQUEST_INVALID when there is no such assay: an assay is defined before it is used. */
export async function findAssayId(
  kysely: Kysely<Tables>,
  { name, version }: NamedAssay,
  pointer: string,
): Promise<string> {
  const found = await kysely
    .selectFrom("assay")
    .select("id")
    .where("name", "=", name)
    .$if(version === undefined, (query) => query.where("status", "<>", "retired"))
    .$if(version !== undefined, (query) => query.where("version", "=", version ?? 0))
    .orderBy("status") // approved before draft
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) return found.id;
  const what = version === undefined ? `assay ${name} in use` : `version ${version} of assay ${name}`;
  throw invalidField(pointer, `there is no ${what}; define it first (POST /api/v1/assays)`);
}
