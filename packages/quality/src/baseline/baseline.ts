import type { BaselineDocument } from "@touchstone/model";

/** A baseline file's contents: frozen control measurements, the limits they give, and who approved them. */
export type Baseline = BaselineDocument;

/** What is frozen: everything but status and approvals. */
export type BaselineContent = Baseline["content"];

/** The measurements of one analyte in one material and lot on one level, with their limits. */
export type BaselineSeries = BaselineContent["series"][number];

/** One measurement of a baseline, excluded or not. */
export type BaselinePoint = BaselineSeries["points"][number];

/** Mean and SD of a series, on its scale, with what they rest on. */
export type BaselineLimits = BaselineSeries["limits"];

/** One signature under a baseline. */
export type BaselineApproval = Baseline["approvals"][number];

/** What a verdict says about the baseline that it was made with. */
export interface BaselineIdentity {
  readonly name: string;
  readonly version: number;
  readonly contentSha256: string;
}

/** "hd200 v2": how sentences name a baseline. */
export function describeBaseline({ name, version }: Pick<BaselineIdentity, "name" | "version">): string {
  return `${name} v${version}`;
}
