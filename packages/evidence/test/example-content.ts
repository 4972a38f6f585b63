import { createHash, generateKeyPairSync } from "node:crypto";
import { canonicalJson } from "@touchstone/model";
import { type AnchorKey, type AuditRow, auditHash, signAnchor } from "@touchstone/store";
import type { EvidenceContent } from "../src/bundle/content.ts";

/** A key of the test. */
export function newKey(): AnchorKey {
  return generateKeyPairSync("ed25519");
}

const RUN = { id: "01a22762-0000-7000-8000-000000000001", name: `2026-01-31 <HG002> & "co"` };
const SIGNATURE = "01a22762-0000-7000-8000-000000000002";

/** An audit trail from row 5 on: the run, others' work, the signature, the row that is anchored. */
function rowsOf(signature: object): AuditRow[] {
  const events = [
    { action: "run.create", subject: { kind: "run", id: RUN.id }, new: canonicalJson(RUN) },
    { action: "token.create", subject: { kind: "token", id: "another" }, new: null },
    { action: "signature.create", subject: { kind: "signature", id: SIGNATURE }, new: canonicalJson(signature) },
    { action: "session.end", subject: { kind: "principal", id: "another" }, new: null },
  ];
  const rows: AuditRow[] = [];
  for (const [index, event] of events.entries()) {
    const row = {
      sequence: 5 + index,
      time: `2026-01-31T08:00:0${index}.000Z`,
      actor: "r.franklin",
      old: null,
      reason: null,
      previous: rows.at(-1)?.hash ?? "a".repeat(64),
      ...event,
    };
    rows.push({ ...row, hash: auditHash(row) });
  }
  return rows;
}

/** What a small bundle holds; anchored by the key. */
export function exampleContent(key: AnchorKey): EvidenceContent {
  const content = canonicalJson({ disposition: "released", run: RUN.id });
  const signature = {
    id: SIGNATURE,
    printedName: "Rosalind Franklin",
    meaning: "reviewed and released",
    method: "password",
    signedAt: "2026-01-31T08:00:02.000Z",
    record: { kind: "run", id: RUN.id },
    recordSha256: createHash("sha256").update(content).digest("hex"),
  };
  const rows = rowsOf(signature);
  const last = rows.at(-1) as AuditRow;
  return {
    touchstone: "1.2.3",
    run: {
      run: { ...RUN, performedAt: new Date("2026-01-31T07:00:00Z"), status: "succeeded", disposition: "released" },
      assay: { name: "germline", version: 2 },
      pipelineVersion: null,
      instrument: null,
      samples: [{ name: "HG002" }],
      reagentLots: [],
      artifacts: [{ kind: "vcf", uri: "calls.vcf.gz", sha256: "b".repeat(64), sizeBytes: 12 }],
      tasks: [],
    },
    comparisons: {
      comparisons: [{ id: "c", truthSetId: "t", format: "touchstone", supersededAt: null, metrics: { a: [1, null] } }],
      truthSets: [{ id: "t", name: "GIAB", version: "4.2.1" }],
      strata: [{ comparisonId: "c", variantType: "SNP", subtype: "*", stratum: "*", recall: 0.9998, f1: null }],
    },
    measurements: { measurements: [], materials: [] },
    replicateStudies: [],
    verdicts: [{ state: "in control", sentence: "<script>alert(1)</script>", supersededAt: null }],
    dispositions: [{ number: 1, disposition: "released", proposed: "released", status: "in force", reason: null }],
    definitions: { baselines: [], baselineSeries: [], ruleSets: [], thresholds: [] },
    alerts: { alerts: [], occurrences: [], history: [], nonConformances: [], correctiveActions: [] },
    signatures: [{ ...signature, content }],
    audit: { rows, about: [5, 7], anchors: [signAnchor(last, key.privateKey, new Date("2026-01-31T09:00:00Z"))] },
  };
}
