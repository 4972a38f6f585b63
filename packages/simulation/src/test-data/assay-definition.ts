import { MATERIAL, TRUTH_SET } from "./sample-sheet.ts";

/** Name of the assay of the test data. */
export const ASSAY = "germline-simulated";

/**
 * Definition of an assay that judges runs on the test data, as YAML; it can be approved. Its limits are those that the pipeline's
 * test holds it to; counts of records are the least that show them (Wilson's lower bound of n of n is n / (n + 3.84)).
 */
export function assayDefinition(): string {
  const own = "limit of the pipeline's own test on simulated reads";
  const wilson = "Wilson 1927, J Am Stat Assoc 22:209: the least n of which n of n shows the limit";
  const threshold = (variantType: string, minimum: number, observations: number): string[] => [
    "  - score: f1",
    `    variantType: ${variantType}`,
    `    minimum: { value: ${minimum}, citation: "${own}" }`,
    `    observations: { value: ${observations}, citation: "${wilson}" }`,
  ];
  return [
    "schema: touchstone/assay/1",
    `name: ${ASSAY}`,
    "version: 1",
    "description: Simulated reads of profile test. It shows how a run is judged, and is of no use for reads of a sequencer.",
    "materials:",
    `  - { name: ${MATERIAL}, use: truth set, description: "the simulated individual; truth set ${TRUTH_SET}" }`,
    "thresholds:",
    ...threshold("SNV", 0.98, 189),
    ...threshold("INDEL", 0.95, 73),
    "analytes: []",
    "baseline:",
    '  points: { value: 20, citation: "CLSI C24-Ed4: at least 20 measurements on at least 20 days" }',
    "ruleSet:",
    "  name: westgard-multirule",
    "  version: 1",
    "  rules: [1-2s, 1-3s, 2-2s, R-4s, 4-1s, 10-x]",
    '  citation: "Westgard et al. 1981, Clin Chem 27:493"',
    "reproducibility:",
    '  cvLimit: { value: 0.25, citation: "Counting alone, sqrt((1 - p) / (p depth)): 0.2 at p = 0.5 and depth 25" }',
    `  replicates: { value: 2, citation: "${own}" }`,
    "",
  ].join("\n");
}
