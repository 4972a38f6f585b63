import { Value } from "@sinclair/typebox/value";
import { BaselineSchema } from "@touchstone/model";
import { contentHash } from "../content-hash.ts";
import { QualityError } from "../error.ts";
import { describeSeries } from "../measurements/measurement.ts";
import { statusAfter } from "./approval.ts";
import type { Baseline, BaselineLimits } from "./baseline.ts";
import { limitsOf } from "./limits.ts";

/** A mean or SD recomputed by another version of the program may differ in its last digits. */
const TOLERANCE = 1e-9;

/**
 * Reads a baseline file and makes sure that nothing in it was altered: the content has its hash, every signature its
 * own and those of content and signature before, the status follows from them, and the limits from the points.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_BASELINE_INVALID.
 */
export function readBaseline(text: string, file: string): Baseline {
  const fail = (what: string, field?: string, cause?: unknown): never => {
    const details = field === undefined ? { file } : { file, field };
    throw new QualityError("TS_BASELINE_INVALID", `${file}: ${what}`, details, cause);
  };
  const value = parse(text, fail);
  const problem = Value.Errors(BaselineSchema, value).First();
  if (problem !== undefined) {
    const field = problem.path.slice(1).replaceAll("/", ".");
    return fail(`this is no baseline: ${field === "" ? "the whole" : field}: ${problem.message.toLowerCase()}`, field);
  }
  const baseline = value as Baseline;
  requireIntact(baseline, fail);
  requireOwnLimits(baseline, fail);
  return baseline;
}

type Fail = (what: string, field?: string, cause?: unknown) => never;

function parse(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(`this is no JSON: ${(error as Error).message}`, undefined, error);
  }
}

function requireIntact({ content, contentSha256, approvals, status }: Baseline, fail: Fail): void {
  if (contentHash(content) !== contentSha256) {
    fail("the content does not have the hash that it had when the baseline was made; it was altered", "content");
  }
  let previous: string | null = null;
  for (const [index, { sha256, ...record }] of approvals.entries()) {
    const field = `approvals.${index}`;
    if (contentHash(record) !== sha256) fail(`the signature of ${record.name} was altered`, field);
    if (record.contentSha256 !== contentSha256) fail(`the signature of ${record.name} is for another content`, field);
    if (record.previousSha256 !== previous) fail(`a signature before that of ${record.name} is missing`, field);
    previous = sha256;
  }
  const expected = statusAfter(approvals);
  if (status !== expected) fail(`the status is ${status}, but by its signatures the baseline is ${expected}`, "status");
}

function requireOwnLimits({ content }: Baseline, fail: Fail): void {
  for (const [index, series] of content.series.entries()) {
    if (!sameLimits(series.limits, limitsOf(series))) {
      fail(`the limits of ${describeSeries(series)} are not those of its points`, `content.series.${index}.limits`);
    }
  }
}

function sameLimits(stated: BaselineLimits, computed: BaselineLimits): boolean {
  return (
    stated.n === computed.n &&
    isClose(stated.mean, computed.mean) &&
    isClose(stated.sd, computed.sd) &&
    stated.provisional.length === computed.provisional.length &&
    (stated.depthRange ?? []).join() === (computed.depthRange ?? []).join()
  );
}

function isClose(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
}
