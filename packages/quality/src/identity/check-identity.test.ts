import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkIdentity } from "./check-identity.ts";
import type { DeclaredSample, GenotypePair } from "./identity-input.ts";

const OPTIONS = { maxDiscordance: 0.1, minSites: 20 };

function declared(id: string, more: Partial<DeclaredSample> = {}): DeclaredSample {
  return { id, sample: id.replace(/_R\d+$/, ""), sex: "unknown", truthSet: null, material: null, ...more };
}

/** Pairs of all names, as they come out when each name is of the individual that `people` says. */
function pairsOf(people: Readonly<Record<string, string>>, compared = 100): GenotypePair[] {
  const names = Object.keys(people);
  return names.flatMap((first, place) =>
    names.slice(place + 1).map((second) => {
      return { first: second, second: first, compared, discordant: people[first] === people[second] ? 1 : 45 };
    }),
  );
}

function check(samples: readonly DeclaredSample[], pairs: readonly GenotypePair[]) {
  return checkIdentity({ samples, pairs, depths: new Map(), options: OPTIONS });
}

const SHEET = ["A_R1", "A_R2", "B_R1", "B_R2"].map((id) => declared(id));

describe("replicates, different samples and truth sets", () => {
  test("match when everybody is who the samplesheet says", () => {
    const result = check(SHEET, pairsOf({ A_R1: "a", A_R2: "a", B_R1: "b", B_R2: "b" }));
    expect(result.state).toBe("match");
    expect(result.pairs.map(({ expected, state }) => [expected, state])).toEqual([
      ["same", "match"],
      ["different", "match"],
      ["different", "match"],
      ["different", "match"],
      ["different", "match"],
      ["same", "match"],
    ]);
    expect(result.explanations).toEqual([]);
  });

  test("the limit itself is still one individual, one site more is not", () => {
    const pair = (discordant: number) => [{ first: "A_R1", second: "A_R2", compared: 100, discordant }];
    expect(check(SHEET.slice(0, 2), pair(10)).state).toBe("match");
    expect(check(SHEET.slice(0, 2), pair(11)).state).toBe("mismatch");
  });

  test("fewer sites than the least, and pairs that were not compared, are not evaluable", () => {
    const two = SHEET.slice(0, 2);
    const few = check(two, [{ first: "A_R1", second: "A_R2", compared: 19, discordant: 0 }]);
    expect(few.state).toBe("not evaluable");
    expect(few.pairs[0]).toMatchObject({ state: "not evaluable", reason: "19 sites compared, and 20 are needed" });
    const none = check(two, []);
    expect(none.pairs[0]).toMatchObject({ discordance: null, reason: "no genotypes were compared" });
    expect(check([declared("A_R1")], []).state).toBe("not evaluable");
  });

  test("an id has to have the genotypes of its truth set, and one without genotypes is not evaluable", () => {
    const one = [declared("A_R1", { truthSet: "HG002" })];
    expect(check(one, pairsOf({ A_R1: "a", HG002: "a" })).state).toBe("match");
    expect(check(one, pairsOf({ A_R1: "b", HG002: "a" }))).toMatchObject({
      state: "mismatch",
      truths: [{ reason: "the genotypes are not those of HG002 (45 of 100 sites differ)" }],
    });
    expect(check(one, []).state).toBe("not evaluable");
  });

  test("two samples of one truth set or control material are one individual", () => {
    const of = (more: Partial<DeclaredSample>) => [declared("A_R1", more), declared("B_R1", more)];
    const same = pairsOf({ A_R1: "a", B_R1: "a", HG002: "a" });
    expect(check(of({}), same).state).toBe("mismatch");
    expect(check(of({ truthSet: "HG002" }), same).state).toBe("match");
    expect(check(of({ material: "HD200" }), same).state).toBe("match");
  });

  test("samples that match are right where each matches its own truth set: the sets are of one individual", () => {
    const samples = [declared("A_R1", { truthSet: "v4.2.1" }), declared("B_R1", { truthSet: "T2T" })];
    expect(check(samples, pairsOf({ A_R1: "a", B_R1: "a", "v4.2.1": "a", T2T: "a" })).state).toBe("match");
    expect(check(samples, pairsOf({ A_R1: "a", B_R1: "a", "v4.2.1": "a", T2T: "b" })).state).toBe("mismatch");
  });

  test("a sex that contradicts is a mismatch of the whole; one that is not evaluable leaves it alone", () => {
    const samples = [declared("A_R1", { sex: "male" }), declared("A_R2", { sex: "male" })];
    const pairs = pairsOf({ A_R1: "a", A_R2: "a" });
    const female = [
      { contig: "chr1", length: 1000, bases: 30_000 },
      { contig: "chrX", length: 1000, bases: 30_000 },
      { contig: "chrY", length: 1000, bases: 100 },
    ];
    const result = checkIdentity({ samples, pairs, depths: new Map([["A_R2", female]]), options: OPTIONS });
    expect(result.state).toBe("mismatch");
    expect(result.samples.map(({ identity, sex }) => [identity, sex.state])).toEqual([
      ["match", "not evaluable"],
      ["match", "mismatch"],
    ]);
    expect(result.explanations.map(({ ids }) => ids)).toEqual([["A_R2"]]);
  });
});

describe("two names that were compared more than once", () => {
  const truth = [declared("A_R1", { truthSet: "HG002" })];
  const withTruth = (compared: number, discordant: number) => {
    return { first: "A_R1", second: "HG002", compared, discordant };
  };

  test.each<[string, GenotypePair[], object]>([
    [
      "a mismatch with the genotypes of the panel, before too few sites",
      [withTruth(100, 45), withTruth(3, 0)],
      { state: "mismatch", compared: 100, discordant: 45 },
    ],
    [
      "a mismatch before a match",
      [withTruth(40, 20), withTruth(100, 1)],
      { state: "mismatch", compared: 40, discordant: 20 },
    ],
    [
      "the worse of two mismatches",
      [withTruth(100, 45), withTruth(100, 46)],
      { state: "mismatch", compared: 100, discordant: 46 },
    ],
    [
      "a match before too few sites, though these differ",
      [withTruth(100, 1), withTruth(19, 19)],
      { state: "match", compared: 100, discordant: 1 },
    ],
    [
      "the most of too few sites",
      [withTruth(19, 0), withTruth(3, 3), withTruth(0, 0)],
      { state: "not evaluable", reason: "19 sites compared, and 20 are needed" },
    ],
  ])("%s counts, in any order", (_, pairs, expected) => {
    for (const rows of [pairs, pairs.toReversed()]) expect(check(truth, rows).truths).toMatchObject([expected]);
  });

  test("different samples: the pair that is most alike counts", () => {
    const two = [declared("A_R1"), declared("B_R1")];
    const pair = (compared: number, discordant: number) => ({ first: "A_R1", second: "B_R1", compared, discordant });
    const pairs = [pair(100, 45), pair(50, 1), pair(5, 0)];
    for (const rows of [pairs, pairs.toReversed()]) {
      expect(check(two, rows).pairs).toMatchObject([{ state: "mismatch", compared: 50, discordant: 1 }]);
    }
  });

  const names = ["A_R1", "A_R2", "B_R1", "HG002"];
  const sheet = names.slice(0, 3).map((id) => declared(id, id.startsWith("A") ? { truthSet: "HG002" } : {}));
  const rowOf = (sites: { min: number; max: number }) =>
    fc
      .tuple(
        fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 }),
        fc.integer(sites),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([[first = "", second = ""], compared, share]): GenotypePair => {
        return { first, second, compared, discordant: Math.round(share * compared) };
      });
  const rows = fc.array(rowOf({ min: 0, max: 60 }), { maxLength: 12 });

  test("a pair with too few sites changes no state and explains nothing", () => {
    const few = rowOf({ min: 0, max: OPTIONS.minSites - 1 });
    const verdicts = ({ state, samples, pairs, truths, explanations }: ReturnType<typeof check>) => {
      return {
        state,
        samples,
        pairs: pairs.map((one) => one.state),
        truths: truths.map((one) => one.state),
        explanations,
      };
    };
    fc.assert(
      fc.property(rows, few, fc.nat(), (found, more, place) => {
        const at = place % (found.length + 1);
        const longer = [...found.slice(0, at), more, ...found.slice(at)];
        expect(verdicts(check(sheet, longer))).toEqual(verdicts(check(sheet, found)));
      }),
    );
  });

  test("the order of rows changes nothing", () => {
    const shuffled = rows.chain((found) => {
      return fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length }));
    });
    fc.assert(
      fc.property(shuffled, ([found, other]) => {
        expect(check(sheet, other)).toEqual(check(sheet, found));
      }),
    );
  });
});

describe("what explains mismatches", () => {
  const explained = (samples: readonly DeclaredSample[], people: Readonly<Record<string, string>>) =>
    check(samples, pairsOf(people)).explanations.map(({ kind, ids, sample }) => [kind, ids.join(" "), sample]);

  test("two samples exchanged, by their truth sets", () => {
    const samples = [declared("A_R1", { truthSet: "TA" }), declared("B_R1", { truthSet: "TB" })];
    expect(explained(samples, { A_R1: "b", B_R1: "a", TA: "a", TB: "b" })).toEqual([["exchanged", "A_R1 B_R1", null]]);
  });

  test("two replicates exchanged: without truth both pairs that would explain it are named", () => {
    expect(explained(SHEET, { A_R1: "a", A_R2: "b", B_R1: "b", B_R2: "a" })).toEqual([
      ["exchanged", "A_R1 B_R1", null],
      ["exchanged", "A_R2 B_R2", null],
    ]);
  });

  test("two replicates exchanged: a third of each tells which", () => {
    const samples = [...SHEET, declared("A_R3"), declared("B_R3")];
    const people = { A_R1: "a", A_R2: "b", B_R1: "b", B_R2: "a", A_R3: "a", B_R3: "b" };
    expect(explained(samples, people)).toEqual([["exchanged", "A_R2 B_R2", null]]);
  });

  test("one sequencing that is of another sample of the sheet", () => {
    expect(explained(SHEET, { A_R1: "a", A_R2: "b", B_R1: "b", B_R2: "b" })).toEqual([["another sample", "A_R2", "B"]]);
  });

  test("a stranger: with truth the one, without truth either", () => {
    const two = SHEET.slice(0, 2);
    expect(explained(two, { A_R1: "a", A_R2: "x" })).toEqual([
      ["unknown individual", "A_R1", null],
      ["unknown individual", "A_R2", null],
    ]);
    const withTruth = two.map((sample) => ({ ...sample, truthSet: "TA" }));
    expect(explained(withTruth, { A_R1: "a", A_R2: "x", TA: "a" })).toEqual([["unknown individual", "A_R2", null]]);
  });

  test("a sex tells which of two exchanges it was", () => {
    const samples = SHEET.map((one) => ({ ...one, sex: one.sample === "A" ? ("male" as const) : ("female" as const) }));
    const depths = (isMale: boolean) => [
      { contig: "1", length: 1000, bases: 30_000 },
      { contig: "X", length: 1000, bases: isMale ? 15_000 : 30_000 },
      { contig: "Y", length: 1000, bases: isMale ? 5000 : 0 },
    ];
    const pairs = pairsOf({ A_R1: "a", A_R2: "b", B_R1: "b", B_R2: "a" });
    const measured = new Map([
      ["A_R1", depths(true)],
      ["B_R2", depths(true)],
    ]);
    const { explanations } = checkIdentity({ samples, pairs, depths: measured, options: OPTIONS });
    expect(explanations.map(({ ids }) => ids)).toEqual([["A_R2", "B_R2"]]);
  });
});

describe("whoever is swapped with whom", () => {
  const cohort = fc.record({
    samples: fc.integer({ min: 2, max: 5 }),
    replicates: fc.integer({ min: 2, max: 3 }),
    hasTruth: fc.boolean(),
    picks: fc.tuple(fc.nat(), fc.nat()),
  });

  test("an exchange of two samples is a mismatch, and is among its explanations", () => {
    fc.assert(
      fc.property(cohort, ({ samples, replicates, hasTruth, picks }) => {
        const people: Record<string, string> = {};
        const sheet: DeclaredSample[] = [];
        for (let sample = 0; sample < samples; sample++) {
          for (let replicate = 1; replicate <= replicates; replicate++) {
            const id = `S${sample}_R${replicate}`;
            sheet.push(declared(id, hasTruth ? { truthSet: `T${sample}` } : {}));
            people[id] = `p${sample}`;
          }
          if (hasTruth) people[`T${sample}`] = `p${sample}`;
        }
        const whole = check(sheet, pairsOf(people));
        expect([whole.state, whole.explanations]).toEqual(["match", []]);
        const first = sheet[picks[0] % sheet.length] as DeclaredSample;
        const others = sheet.filter(({ sample }) => sample !== first.sample);
        const second = others[picks[1] % others.length] as DeclaredSample;
        const { [first.id]: one = "", [second.id]: other = "" } = people;
        const swapped = check(sheet, pairsOf({ ...people, [first.id]: other, [second.id]: one }));
        expect(swapped.state).toBe("mismatch");
        const exchanged = swapped.explanations.map(({ ids }) => [...ids].sort().join(" "));
        expect(exchanged).toContain([first.id, second.id].sort().join(" "));
        if (hasTruth) expect(exchanged).toHaveLength(1);
      }),
    );
  });

  test("the order of pairs and of their names changes nothing", () => {
    const people = { A_R1: "a", A_R2: "b", B_R1: "b", B_R2: "b" };
    fc.assert(
      fc.property(fc.shuffledSubarray(pairsOf(people), { minLength: 6 }), fc.boolean(), (pairs, isTurned) => {
        const turned = pairs.map(({ first, second, ...sites }) => ({ first: second, second: first, ...sites }));
        expect(check(SHEET, isTurned ? turned : pairs)).toEqual(check(SHEET, pairsOf(people)));
      }),
    );
  });
});
