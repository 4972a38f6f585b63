import type { DiscordantRecord, NearbyRecord } from "./records.ts";

const METHODS: Readonly<Record<string, string>> = {
  exact: "Decided without a search: no other records here could spell the same sequence.",
  search:
    "Decided by the haplotype search: of all ways to choose records and haplotypes, those that spell the same two sequences with most records leave this one out.",
  bounded:
    "Decided by the bounded search: the cluster was beyond the limits of the exhaustive one, so that more records might match.",
};

/** Why the comparison called it FN or FP, a sentence each. */
export function decisionWords(variant: DiscordantRecord): string[] {
  const isFn = variant.label === "FN";
  const [own, other] = isFn ? (["truth", "query"] as const) : (["query", "truth"] as const);
  return [
    isFn
      ? "FN: the truth has this record, and nothing in the query accounts for it."
      : "FP: the query has this record, and nothing in the truth accounts for it.",
    matchSentence(variant, own, other),
    ...notAssessedSentence(variant, other),
    variant.method === null
      ? "The program that compared does not say how it decided."
      : (METHODS[variant.method] ?? variant.method),
  ];
}

function matchSentence(variant: DiscordantRecord, own: "truth" | "query", other: "truth" | "query"): string {
  if (variant.matchKind === "local") return `The ${other} has other alleles less than 30 bases away (local match).`;
  if (variant.matchKind === null) return `The ${other} has no assessed record less than 30 bases away.`;
  const same = variant.nearby.find((near) => isSameAllele(near, variant) && near[other] !== null);
  const genotypes =
    same === undefined ? "" : `: ${same[other]?.genotype} in the ${other}, ${variant.genotype} in the ${own}`;
  return `The ${other} has the same allele with another genotype${genotypes} (allele match).`;
}

/** What the other side has there, written alike, but did not count. */
function notAssessedSentence(variant: DiscordantRecord, other: "truth" | "query"): string[] {
  const unassessed = variant.nearby.find((near) => isSameAllele(near, variant) && near[other]?.decision === "N");
  if (unassessed === undefined) return [];
  const filter = unassessed.reason === "filtered" && unassessed.filter !== null ? ` (${unassessed.filter})` : "";
  return [
    `The ${other} has this very record, but it was not assessed: ${unassessed.reason ?? "no reason stated"}${filter}.`,
  ];
}

function isSameAllele(near: NearbyRecord, variant: DiscordantRecord): boolean {
  return near.position === variant.position && near.ref === variant.ref && near.alt === variant.alt;
}
