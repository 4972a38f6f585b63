import type { IdentityDocument } from "@touchstone/model";
import { areDeclaredSame } from "./declared-same.ts";
import { explainMismatches } from "./explain-mismatches.ts";
import { type Agreement, Agreements } from "./genotype-agreement.ts";
import type { DeclaredSample, IdentityInput, IdentityOptions, IdentityState } from "./identity-input.ts";
import { checkSex } from "./infer-sex.ts";

type PairCheck = IdentityDocument["pairs"][number];
type TruthCheck = IdentityDocument["truths"][number];

/**
 * Judges whether samples are who a samplesheet says. Sequencings of one sample (also: of one truth set or control
 * material) have to have the same genotypes, those of different samples different ones, and each id those of the truth set
 * that it names. A pair that was compared at fewer sites than the least is not evaluable, never a match; neither is a pair
 * that was not compared. Where two names were compared more than once, the worst counts of those with enough sites (mismatch
 * before match). Different samples may match where each also matches its own truth set: the sets are of one
 * individual then. The sex is held to the depths of X and Y by `checkSex`.
 *
 * The state of the whole is mismatch where any check is, that of a sex included; not evaluable where a check of identity is,
 * or an id has none; otherwise match. A sex that is not evaluable leaves it alone and stays to be seen in its own state.
 */
export function checkIdentity({ samples, pairs, depths, options }: IdentityInput): IdentityDocument {
  const agreements = new Agreements(pairs, options);
  const truths = samples.flatMap((sample) => truthCheck(sample, agreements, options));
  const confirmed = new Set(truths.filter(({ state }) => state === "match").map(({ id }) => id));
  const pairChecks = samples.flatMap((first, place) =>
    samples.slice(place + 1).map((second) => pairCheck(first, second, agreements, { options, confirmed })),
  );
  const judged = samples.map((sample) => {
    const { id, truthSet } = sample;
    const own = [
      ...pairChecks.filter(({ first, second }) => first === id || second === id),
      ...truths.filter((truth) => truth.id === id),
    ];
    const identity = worst(own.map(({ state }) => state));
    return { id, sample: sample.sample, truthSet, identity, sex: checkSex(sample.sex, depths.get(id)) };
  });
  return {
    schema: "touchstone.identity/1",
    state: overall(judged),
    options: { ...options },
    samples: judged,
    pairs: pairChecks,
    truths,
    explanations: explainMismatches({ samples, pairs: pairChecks, truths, judged, agreements }),
  };
}

/** Mismatch before not evaluable before match; what was not checked at all is not evaluable. */
function worst(states: readonly IdentityState[]): IdentityState {
  if (states.includes("mismatch")) return "mismatch";
  return states.length === 0 || states.includes("not evaluable") ? "not evaluable" : "match";
}

function overall(judged: IdentityDocument["samples"]): IdentityState {
  const sexes = judged.map(({ sex }) => sex.state).filter((state) => state === "mismatch");
  return worst([...judged.map(({ identity }) => identity), ...sexes]);
}

function pairCheck(
  first: DeclaredSample,
  second: DeclaredSample,
  agreements: Agreements,
  { options, confirmed }: { readonly options: IdentityOptions; readonly confirmed: ReadonlySet<string> },
): PairCheck {
  const expected = areDeclaredSame(first, second) ? "same" : "different";
  const { isSame, ...sites } = agreements.between(first.id, second.id, expected);
  const of = { first: first.id, second: second.id, expected, ...sites } as const;
  if (isSame === null) return { ...of, state: "not evaluable", reason: tooFew(sites, options) };
  if (isSame === (expected === "same")) return { ...of, state: "match", reason: null };
  if (isSame && confirmed.has(first.id) && confirmed.has(second.id)) return { ...of, state: "match", reason: null };
  const reason = isSame
    ? `different samples have the same genotypes (${shown(sites)})`
    : `sequencings of one individual have different genotypes (${shown(sites)})`;
  return { ...of, state: "mismatch", reason };
}

function truthCheck({ id, truthSet }: DeclaredSample, agreements: Agreements, options: IdentityOptions): TruthCheck[] {
  if (truthSet === null) return [];
  const { isSame, ...sites } = agreements.between(id, truthSet, "same");
  const of = { id, truthSet, ...sites };
  if (isSame === null) return [{ ...of, state: "not evaluable", reason: tooFew(sites, options) }];
  if (isSame) return [{ ...of, state: "match", reason: null }];
  return [{ ...of, state: "mismatch", reason: `the genotypes are not those of ${truthSet} (${shown(sites)})` }];
}

function tooFew({ compared }: Pick<Agreement, "compared">, { minSites }: IdentityOptions): string {
  return compared === 0 ? "no genotypes were compared" : `${compared} sites compared, and ${minSites} are needed`;
}

function shown({ compared, discordant }: Pick<Agreement, "compared" | "discordant">): string {
  return `${discordant} of ${compared} sites differ`;
}
