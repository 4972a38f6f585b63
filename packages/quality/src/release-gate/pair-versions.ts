import { QualityError } from "../error.ts";
import type { ChangedVariant } from "./changed-variant.ts";
import { type GateRecord, type GateSide, VARIANT_TYPES, type VariantType, variantKey } from "./gate-record.ts";
import { type Site, sitesOf } from "./sites.ts";
import { type PairedVersions, VersionPairing } from "./version-pairing.ts";

/**
 * Pairs the verdicts of two versions on the same truth set.
 *
 * Truth variants are the same in both results and are paired one by one. False positives are the same where position,
 * REF, ALT and genotype are written the same.
 *
 * @param contigs names in the order of the reference.
 * @param onChange is told of each variant whose verdict changed, in the order of the genome.
 * @throws QualityError TS_COMPARISONS_DIFFER when the truth variants are not the same
 */
export function pairVersions(
  current: Iterable<GateRecord>,
  candidate: Iterable<GateRecord>,
  contigs: readonly string[],
  onChange: (variant: ChangedVariant) => void,
): Readonly<Record<VariantType, PairedVersions>> {
  const pairings = { SNP: new VersionPairing(onChange), INDEL: new VersionPairing(onChange) };
  for (const site of sitesOf(current, candidate, contigs)) {
    if (isUnchanged(site)) {
      for (const record of site.current) {
        for (const type of VARIANT_TYPES) pairings[type].addUnchanged(site, record, type);
      }
      continue;
    }
    requireSameTruth(site);
    for (const type of VARIANT_TYPES) pairings[type].add(site, type);
  }
  return { SNP: pairings.SNP.result(), INDEL: pairings.INDEL.result() };
}

function isUnchanged({ current, candidate }: Site): boolean {
  if (current.length !== candidate.length) return false;
  return current.every((record, place) => {
    const other = candidate[place];
    return (
      record.ref === other.ref &&
      record.alt === other.alt &&
      isSame(record.truth, other.truth) &&
      isSame(record.query, other.query)
    );
  });
}

function isSame(first: GateSide | null, second: GateSide | null): boolean {
  if (first === null || second === null) return first === second;
  return first.verdict === second.verdict && first.genotype === second.genotype && first.type === second.type;
}

/** Both results must hold the same assessed truth variants here, whatever became of them. */
function requireSameTruth(site: Site): void {
  const [current, candidate] = [site.current, site.candidate].map(assessedTruth);
  if (current === candidate) return;
  throw new QualityError(
    "TS_COMPARISONS_DIFFER",
    `the two results do not hold the same truth variants at ${site.contig}:${site.position}`,
  );
}

function assessedTruth(records: readonly GateRecord[]): string {
  const keys = records.flatMap((record) => {
    const { truth } = record;
    if (truth === null || (truth.verdict !== "TP" && truth.verdict !== "FN")) return [];
    return [`${truth.type}\t${variantKey(record, truth.genotype)}`];
  });
  return keys.sort().join("\n");
}
