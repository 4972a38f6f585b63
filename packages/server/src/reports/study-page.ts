import type { ReproducibilityDocument } from "@touchstone/model";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { listVariants } from "../reproducibility/list-variants.ts";
import { findStudy } from "../reproducibility/queries.ts";
import { loadReports } from "./load-reports.ts";

/** Variants that a report reads at most: more would keep the server from its other callers. */
const MOST_VARIANTS = 50_000;

/** The report of a study of replicates of the records. @throws ServerError TS_NOT_FOUND. */
export async function studyPage(kysely: Kysely<Tables>, id: string): Promise<string> {
  const { document, variants: counted } = await findStudy(kysely, id);
  const all = { limit: MOST_VARIANTS, sort: "position" } as const;
  const { items } = counted > MOST_VARIANTS ? { items: [] } : await listVariants(kysely, id, all);
  const { reproducibilityReport } = await loadReports();
  return reproducibilityReport({
    study: document as ReproducibilityDocument,
    variants: items.length === 0 ? null : items,
  });
}
