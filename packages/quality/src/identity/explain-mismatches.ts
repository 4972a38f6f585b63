import type { IdentityDocument } from "@touchstone/model";
import { areDeclaredSame } from "./declared-same.ts";
import type { Agreements } from "./genotype-agreement.ts";
import type { DeclaredSample } from "./identity-input.ts";

type Explanation = IdentityDocument["explanations"][number];

/** What was found, and what it was found in. */
export interface FoundMismatches {
  readonly samples: readonly DeclaredSample[];
  readonly pairs: IdentityDocument["pairs"];
  readonly truths: IdentityDocument["truths"];
  readonly judged: IdentityDocument["samples"];
  readonly agreements: Agreements;
}

/**
 * What alone would explain every mismatch, of the first kind that does: two ids of different samples were exchanged; one
 * id is of another sample of the sheet, or of another truth set; one id is of somebody else. Several of a kind where the
 * genotypes cannot tell them apart (of two samples with two replicates each, exchanging the first replicates looks like
 * exchanging the second). Empty where nothing alone explains all, and without mismatches.
 */
export function explainMismatches(found: FoundMismatches): Explanation[] {
  const ids = involved(found);
  if (ids.size === 0) return [];
  const kinds = [exchanges, otherSamples, strangers];
  for (const explain of kinds) {
    const explanations = explain(found, ids);
    if (explanations.length > 0) return explanations;
  }
  return [];
}

/** Ids that are part of a mismatch. */
function involved({ pairs, truths, judged }: FoundMismatches): Set<string> {
  return new Set([
    ...pairs.filter(({ state }) => state === "mismatch").flatMap(({ first, second }) => [first, second]),
    ...truths.filter(({ state }) => state === "mismatch").map(({ id }) => id),
    ...judged.filter(({ sex }) => sex.state === "mismatch").map(({ id }) => id),
  ]);
}

function exchanges(found: FoundMismatches, ids: ReadonlySet<string>): Explanation[] {
  const { samples } = found;
  const explanations: Explanation[] = [];
  for (const [place, first] of samples.entries()) {
    for (const second of samples.slice(place + 1)) {
      if (areDeclaredSame(first, second) || !ids.has(first.id) || !ids.has(second.id)) continue;
      const relabelled = new Map([
        [first.id, second],
        [second.id, first],
      ]);
      if (!areCleared(found, relabelled)) continue;
      const sentence = `${first.id} and ${second.id} are likely exchanged: each fits what the samplesheet says of the other`;
      explanations.push({ kind: "exchanged", ids: [first.id, second.id], sample: null, sentence });
    }
  }
  return explanations;
}

function otherSamples(found: FoundMismatches, ids: ReadonlySet<string>): Explanation[] {
  const { samples } = found;
  const explanations: Explanation[] = [];
  const names = new Set<string>();
  for (const one of samples.filter(({ id }) => ids.has(id))) {
    for (const other of samples) {
      if (areDeclaredSame(one, other) || names.has(`${one.id}\t${other.sample}`)) continue;
      // Only what it does match makes it a likely sample; anything would fit a sample of which nothing was compared.
      if (found.agreements.between(one.id, other.id, "same").isSame !== true) continue;
      if (!areCleared(found, new Map([[one.id, other]]))) continue;
      names.add(`${one.id}\t${other.sample}`);
      const sentence = `${one.id} is likely of sample ${other.sample}: it has the genotypes of ${other.id}`;
      explanations.push({ kind: "another sample", ids: [one.id], sample: other.sample, sentence });
    }
  }
  return explanations;
}

function strangers(found: FoundMismatches, ids: ReadonlySet<string>): Explanation[] {
  const { samples, agreements } = found;
  return samples
    .filter(({ id }) => ids.has(id) && areCleared(found, new Map([[id, null]])))
    .map(({ id, sample, truthSet }) => {
      const truths = new Set(samples.flatMap((other) => other.truthSet ?? []));
      const fitting = [...truths].find(
        (name) => name !== truthSet && agreements.between(id, name, "same").isSame === true,
      );
      if (fitting === undefined) {
        const sentence = `${id} is likely not ${sample}, nor anybody else of the samplesheet`;
        return { kind: "unknown individual", ids: [id], sample: null, sentence };
      }
      return { kind: "another sample", ids: [id], sample: fitting, sentence: `${id} has the genotypes of ${fitting}` };
    });
}

/** Whether no mismatch is left when ids get other declarations; null takes an id out. */
function areCleared(found: FoundMismatches, relabelled: ReadonlyMap<string, DeclaredSample | null>): boolean {
  const { samples, pairs, truths, judged, agreements } = found;
  const touched = (id: string) => relabelled.has(id);
  const isLeft =
    pairs.some(({ first, second, state }) => state === "mismatch" && !touched(first) && !touched(second)) ||
    truths.some(({ id, state }) => state === "mismatch" && !touched(id)) ||
    judged.some(({ id, sex }) => sex.state === "mismatch" && !touched(id));
  if (isLeft) return false;
  const declared = (sample: DeclaredSample) => (touched(sample.id) ? (relabelled.get(sample.id) ?? null) : sample);
  for (const one of samples.filter(({ id }) => touched(id))) {
    const label = declared(one);
    if (label === null) continue;
    if (label.truthSet !== null && agreements.between(one.id, label.truthSet, "same").isSame === false) return false;
    const inferred = judged.find(({ id }) => id === one.id)?.sex.inferred ?? null;
    if (inferred !== null && label.sex !== "unknown" && label.sex !== inferred) return false;
    for (const other of samples) {
      const otherLabel = declared(other);
      if (other.id === one.id || otherLabel === null) continue;
      const expected = areDeclaredSame(label, otherLabel) ? "same" : "different";
      const { isSame } = agreements.between(one.id, other.id, expected);
      if (isSame !== null && isSame !== (expected === "same")) return false;
    }
  }
  return true;
}
