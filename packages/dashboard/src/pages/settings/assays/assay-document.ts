import type { Cited } from "../definitions/citation.tsx";
import type { PoliciesDocument, RuleEntry } from "../rule-sets/rule-set-document.ts";

/** The parts of an assay definition that are shown; the server holds every definition to the whole schema. */
export interface AssayDocument {
  readonly materials: readonly {
    readonly name: string;
    readonly lot?: string;
    readonly use: string;
    readonly description?: string;
  }[];
  readonly thresholds: readonly {
    readonly score: "precision" | "recall" | "f1";
    readonly variantType: string;
    readonly minimum: Cited;
    readonly observations?: Cited;
    readonly trendHorizonDays?: Cited;
  }[];
  readonly analytes: readonly {
    readonly analyte: string;
    readonly kind: string;
    readonly scale?: string;
    readonly materials: readonly string[];
    readonly depth?: Cited;
    readonly controlIntervalDays?: Cited;
  }[];
  readonly baseline: { readonly points: Cited };
  readonly ruleSet: {
    readonly name: string;
    readonly version: number;
    readonly rules: readonly RuleEntry[];
    readonly policies?: PoliciesDocument;
    readonly citation?: string;
  };
  readonly reproducibility: { readonly cvLimit: Cited; readonly replicates: Cited };
}
