import { obstaclesToApproval, type QualityError } from "@touchstone/quality";
import type { AssayTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { approvalOf } from "../access/approval.ts";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { AssayRecord, AssaySummary } from "./schema.ts";

/** What errors call a definition that came without a file's name. */
export const DEFINITION = "definition";

/** What a list reads of an assay. */
type AssayRow = Omit<Selectable<AssayTable>, "document" | "source"> & { readonly approved_by: string | null };

/** An assay as lists show it. */
export function toAssaySummary(row: AssayRow): AssaySummary {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    description: row.description,
    isExample: row.is_example,
    status: row.status,
    contentSha256: row.content_sha256,
    proposedBy: row.proposed_by,
    createdAt: momentOut(row.created_at),
    approvedBy: row.approved_by,
    approvedAt: momentOutOrNull(row.approved_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findAssay(kysely: Kysely<Tables>, id: string): Promise<AssayRecord> {
  const row = await kysely.selectFrom("assay").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("assay", id);
  const obstacles = row.status === "draft" ? obstaclesToApproval(definitionText(row), DEFINITION) : [];
  const approval = await approvalOf(kysely, "assay", id);
  return {
    ...toAssaySummary({ ...row, approved_by: approval?.printedName ?? null }),
    document: row.document,
    source: row.source,
    obstacles: obstacles.map(toObstacle),
    approval,
  };
}

/** The definition as it was sent, so that errors name its lines. */
export function definitionText({ source, document }: { source: string | null; document: unknown }): string {
  return source ?? JSON.stringify(document, null, 2);
}

function toObstacle({ message, details: { field = "" } }: QualityError): AssayRecord["obstacles"][number] {
  return { pointer: field === "" ? "" : `/${field.replaceAll(".", "/")}`, message };
}
