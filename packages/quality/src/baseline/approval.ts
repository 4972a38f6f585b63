import { contentHash } from "../content-hash.ts";
import { QualityError } from "../error.ts";
import { type Baseline, type BaselineApproval, describeBaseline } from "./baseline.ts";

/** Who signs, when, and what the signature means. */
export interface Signature {
  readonly name: string;
  /** UTC: `2026-01-31T08:00:00.000Z`. */
  readonly at: string;
  readonly meaning: string;
}

/**
 * The baseline with one more approval; content and its hash stay as they are. A second person may approve too.
 *
 * @throws QualityError TS_BASELINE_INVALID when it is retired, this person approved it already, name or meaning is empty,
 *   or the signature is older than what it signs.
 */
export function approveBaseline(baseline: Baseline, signature: Signature): Baseline {
  const person = personOf(signature.name);
  if (baseline.approvals.some(({ action, name }) => action === "approve" && personOf(name) === person)) {
    throw refused(baseline, `${signature.name} has approved it already`);
  }
  return sign(baseline, "approve", signature);
}

/**
 * The baseline taken out of use: points after the signature's time are no more judged by it.
 *
 * @throws QualityError TS_BASELINE_INVALID when it is no approved baseline, or as `approveBaseline` does.
 */
export function retireBaseline(baseline: Baseline, signature: Signature): Baseline {
  if (baseline.status === "draft") throw refused(baseline, "it was never approved");
  return sign(baseline, "retire", signature);
}

function sign(baseline: Baseline, action: BaselineApproval["action"], { name, at, meaning }: Signature): Baseline {
  if (baseline.status === "retired") throw refused(baseline, "it is retired");
  if (name.trim() === "" || meaning.trim() === "") {
    throw refused(baseline, `a signature needs ${name.trim() === "" ? "a name" : "a meaning"}`);
  }
  const previous = baseline.approvals.at(-1);
  const earliest = previous?.at ?? baseline.content.establishedAt;
  if (at < earliest) throw refused(baseline, `the signature's time, ${at}, is before ${earliest}`);
  const record = {
    action,
    name,
    at,
    meaning,
    contentSha256: baseline.contentSha256,
    previousSha256: previous?.sha256 ?? null,
  };
  const approvals = [...baseline.approvals, { ...record, sha256: contentHash(record) }];
  return { ...baseline, status: statusAfter(approvals), approvals };
}

/** A name however it is typed: case, blanks and composed letters do not make another person. */
function personOf(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** The status that signatures give a baseline: draft -> approved -> retired. */
export function statusAfter(approvals: readonly BaselineApproval[]): Baseline["status"] {
  const last = approvals.at(-1);
  if (last === undefined) return "draft";
  return last.action === "retire" ? "retired" : "approved";
}

/** When the baseline was taken out of use; null while it is not. */
export function retiredAt({ approvals }: Baseline): string | null {
  const last = approvals.at(-1);
  return last?.action === "retire" ? last.at : null;
}

/**
 * Limits are only ever those of a baseline that somebody stands for. The same person does not approve twice, so that
 * each approval is another person's.
 *
 * @param needed people who have to approve it.
 * @param file the name that the error gives the baseline's file, where it has one.
 * @throws QualityError TS_BASELINE_NOT_APPROVED for a draft, or with fewer approvals than needed.
 */
export function requireApproved({ content, approvals }: Baseline, needed: number, file?: string): void {
  const approvers = approvals.filter(({ action }) => action === "approve").map(({ name }) => personOf(name));
  const approved = new Set(approvers).size;
  if (approved >= needed) return;
  const details = file === undefined ? {} : { file };
  const what =
    approved === 0
      ? "is a draft that nobody has approved"
      : `was approved by ${approved} of the ${needed} people that the rule set asks for`;
  const message = `${file === undefined ? "" : `${file}: `}baseline ${describeBaseline(content)} ${what}`;
  throw new QualityError("TS_BASELINE_NOT_APPROVED", message, details);
}

function refused({ content }: Baseline, why: string): QualityError {
  return new QualityError("TS_BASELINE_INVALID", `baseline ${describeBaseline(content)} cannot be signed: ${why}`);
}
