import { TRUTH_SET } from "./sample-sheet.ts";

/** Paths of what the parameters name. */
export interface ParameterFiles {
  readonly samplesheet: string;
  readonly reference: string;
  readonly truth: string;
  readonly confidentRegions: string;
  readonly knownSites: string;
  readonly identitySites: string;
  readonly monitoredVariants: string;
  /** Null: nothing is annotated. */
  readonly annotationCache: string | null;
}

/** Parameters of the germline pipeline as YAML; the version of the truth set names the seed. */
export function parameters(files: ParameterFiles, seed: number): string {
  const text = JSON.stringify;
  const { annotationCache } = files;
  return [
    `input: ${text(files.samplesheet)}`,
    `fasta: ${text(files.reference)}`,
    `fasta_fai: ${text(`${files.reference}.fai`)}`,
    `known_sites: [${text(files.knownSites)}]`,
    "scatter_count: 2",
    ...(annotationCache === null ? ["annotator: none"] : [`annotation_cache: ${text(annotationCache)}`]),
    "truth_sets:",
    `  ${TRUTH_SET}:`,
    `    version: "seed ${seed}"`,
    `    vcf: ${text(files.truth)}`,
    `    regions: ${text(files.confidentRegions)}`,
    `monitored_variants: ${text(files.monitoredVariants)}`,
    `identity_sites: ${text(files.identitySites)}`,
    "",
  ].join("\n");
}
