import { type PairedBlock, PairedBlockCounter, type Version, type VersionCounts } from "@touchstone/statistics";
import type { Change, ChangedVariant } from "./changed-variant.ts";
import { type GateRecord, type VariantType, variantKey } from "./gate-record.ts";
import type { Site } from "./sites.ts";

/** What two versions made of one truth set, for one type of variants. */
export interface PairedVersions {
  /** Counts by stretch of the genome, `first` being the current version; only blocks with an assessed record. */
  readonly blocks: readonly PairedBlock[];
  /** Truth variants found by both, by one of them, by neither. */
  readonly found: { both: number; currentOnly: number; candidateOnly: number; neither: number };
  /** False positives that only one of them has, by REF, ALT and genotype. */
  readonly falsePositives: { currentOnly: number; candidateOnly: number; both: number };
}

/** Where each version is in a site and in the counts. */
const VERSIONS = { first: "current", second: "candidate" } as const;

/** Pairs the records of one type, site by site. */
export class VersionPairing {
  readonly #counter = new PairedBlockCounter();
  readonly #found = { both: 0, currentOnly: 0, candidateOnly: 0, neither: 0 };
  readonly #falsePositives = { currentOnly: 0, candidateOnly: 0, both: 0 };
  readonly #onChange: (variant: ChangedVariant) => void;

  constructor(onChange: (variant: ChangedVariant) => void) {
    this.#onChange = onChange;
  }

  result(): PairedVersions {
    return { blocks: this.#counter.blocks(), found: this.#found, falsePositives: this.#falsePositives };
  }

  /** A record of which both versions made the same: nearly all are such. */
  addUnchanged(site: Site, { truth, query }: GateRecord, type: VariantType): void {
    if (truth?.type === type && (truth.verdict === "TP" || truth.verdict === "FN")) {
      const isFound = truth.verdict === "TP";
      this.#found[isFound ? "both" : "neither"]++;
      this.#countBoth(site, isFound ? "truthTp" : "truthFn");
    }
    if (query?.type !== type) return;
    if (query.verdict === "TP") this.#countBoth(site, "queryTp");
    if (query.verdict !== "FP") return;
    this.#falsePositives.both++;
    this.#countBoth(site, "queryFp");
  }

  add(site: Site, type: VariantType): void {
    this.#addTruth(site, type);
    this.#addQuery(site, type);
  }

  /** Of equal truth records (a truth set may repeat one) only their number tells: they are found by both first. */
  #addTruth(site: Site, type: VariantType): void {
    const current = truthByVariant(site.current, type);
    const candidate = truthByVariant(site.candidate, type);
    for (const [key, { record, tp, total }] of current) {
      const other = candidate.get(key)?.tp ?? 0;
      this.#count(site, "first", "truthTp", tp);
      this.#count(site, "first", "truthFn", total - tp);
      this.#count(site, "second", "truthTp", other);
      this.#count(site, "second", "truthFn", total - other);
      this.#found.both += Math.min(tp, other);
      this.#found.neither += total - Math.max(tp, other);
      this.#found.currentOnly += Math.max(0, tp - other);
      this.#found.candidateOnly += Math.max(0, other - tp);
      this.#tell(tp - other, "lost", "gained", changed(record, record.truth?.genotype ?? "", type));
    }
  }

  #addQuery(site: Site, type: VariantType): void {
    for (const [version, side] of Object.entries(VERSIONS) as [Version, "current" | "candidate"][]) {
      for (const { query } of site[side]) {
        if (query?.type !== type) continue;
        if (query.verdict === "TP") this.#count(site, version, "queryTp", 1);
        else if (query.verdict === "FP") this.#count(site, version, "queryFp", 1);
      }
    }
    const current = falsePositivesByVariant(site.current, type);
    const candidate = falsePositivesByVariant(site.candidate, type);
    for (const key of new Set([...current.keys(), ...candidate.keys()])) {
      const before = current.get(key) ?? [];
      const after = candidate.get(key) ?? [];
      const [record] = before.length > 0 ? before : after;
      this.#falsePositives.both += Math.min(before.length, after.length);
      this.#falsePositives.currentOnly += Math.max(0, before.length - after.length);
      this.#falsePositives.candidateOnly += Math.max(0, after.length - before.length);
      const variant = changed(record, record.query?.genotype ?? "", type);
      this.#tell(before.length - after.length, "resolved FP", "new FP", variant);
    }
  }

  /** Tells of as many changes as `excess` says, one way above 0 and the other below. */
  #tell(excess: number, above: Change, below: Change, variant: Omit<ChangedVariant, "change">): void {
    const change = excess > 0 ? above : below;
    for (let count = 0; count < Math.abs(excess); count++) this.#onChange({ change, ...variant });
  }

  #countBoth(site: Site, outcome: keyof VersionCounts): void {
    this.#count(site, "first", outcome, 1);
    this.#count(site, "second", outcome, 1);
  }

  #count({ contig, position }: Site, version: Version, outcome: keyof VersionCounts, times: number): void {
    // A telomere, POS 0, belongs to the first block.
    const position0 = Math.max(0, position - 1);
    for (let time = 0; time < times; time++) this.#counter.add(version, outcome, contig, position0);
  }
}

function changed(
  { contig, position, ref, alt }: GateRecord,
  genotype: string,
  type: VariantType,
): Omit<ChangedVariant, "change"> {
  return { type, contig, position, ref, alt, genotype };
}

interface TruthTally {
  readonly record: GateRecord;
  tp: number;
  total: number;
}

function truthByVariant(records: readonly GateRecord[], type: VariantType): Map<string, TruthTally> {
  const tallies = new Map<string, TruthTally>();
  for (const record of records) {
    const { truth } = record;
    if (truth?.type !== type || (truth.verdict !== "TP" && truth.verdict !== "FN")) continue;
    const key = variantKey(record, truth.genotype);
    const tally = tallies.get(key) ?? { record, tp: 0, total: 0 };
    tallies.set(key, tally);
    tally.total++;
    if (truth.verdict === "TP") tally.tp++;
  }
  return tallies;
}

function falsePositivesByVariant(records: readonly GateRecord[], type: VariantType): Map<string, GateRecord[]> {
  const found = new Map<string, GateRecord[]>();
  for (const record of records) {
    const { query } = record;
    if (query?.type !== type || query.verdict !== "FP") continue;
    const key = variantKey(record, query.genotype);
    found.set(key, [...(found.get(key) ?? []), record]);
  }
  return found;
}
