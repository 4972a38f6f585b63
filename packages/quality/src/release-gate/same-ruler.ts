import type { ComparisonProvenanceDocument } from "@touchstone/model";
import { QualityError } from "../error.ts";
import { sameSequences } from "./compared-contigs.ts";

/** What has to be the same for two results to be comparable, by what it is called in the error. */
const RULERS: Readonly<Record<string, (provenance: ComparisonProvenanceDocument) => unknown>> = {
  "truth set": ({ inputs }) => [inputs.truth.sha256, inputs.truth.sample],
  "confident regions (--regions)": ({ inputs }) => inputs.regions?.sha256 ?? null,
  "targets (--targets)": ({ inputs }) => inputs.targets?.sha256 ?? null,
  "--match": ({ options }) => options.match,
  "--phase": ({ options }) => options.phase,
  "--ploidy": ({ options }) => options.ploidy,
  "--all-records": ({ options }) => options.allRecords,
  "--ref-mismatch": ({ options }) => options.refMismatch,
  "version of Touchstone": ({ touchstone }) => touchstone,
};

/**
 * Two results tell which version is better only if both were measured in the same way. The query, its sample and the
 * field of its scores may differ: they are what is compared.
 *
 * @throws QualityError TS_COMPARISONS_DIFFER naming everything that differs
 */
export function requireSameRuler(current: ComparisonProvenanceDocument, candidate: ComparisonProvenanceDocument): void {
  const different = Object.entries(RULERS)
    .filter(([, of]) => JSON.stringify(of(current)) !== JSON.stringify(of(candidate)))
    .map(([name]) => name);
  if (!sameSequences(current.inputs.reference.contigs, candidate.inputs.reference.contigs)) different.push("reference");
  if (different.length === 0) return;
  throw new QualityError(
    "TS_COMPARISONS_DIFFER",
    `the two results were not measured alike: ${different.join(", ")} ${different.length === 1 ? "differs" : "differ"}`,
  );
}
