import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { discordantVariants } from "./discordant-variants.ts";
import { mcnemar } from "./mcnemar.ts";

describe.skipIf(!referenceAvailable)("reference cases", () => {
  test.each(referenceCases("mcnemar"))("$id", ({ input, expected, tolerance }) => {
    const { exactP, midP, asymptotic, continuityCorrected } = mcnemar(input.b, input.c);
    const known: Record<string, number | null> = {
      p_exact: exactP,
      p_mid: midP,
      chi2: asymptotic?.statistic ?? null,
      p_chi2: asymptotic?.p ?? null,
      p: asymptotic?.p ?? null,
      chi2_cc: continuityCorrected?.statistic ?? null,
      p_cc: continuityCorrected?.p ?? null,
    };
    for (const name of Object.keys(expected)) expectClose(known[name], expected[name], tolerance);
  });
});

describe("mcnemar", () => {
  test("exact and mid-p are the sums over all outcomes that are no more probable", () => {
    for (let discordant = 1; discordant <= 12; discordant++) {
      for (let b = 0; b <= discordant; b++) {
        const fewer = Math.min(b, discordant - b);
        let exact = 0;
        let mid = 0;
        for (let outcome = 0; outcome < 2 ** discordant; outcome++) {
          const lost = outcome.toString(2).replaceAll("0", "").length;
          const extreme = Math.min(lost, discordant - lost);
          if (extreme <= fewer) exact += 2 ** -discordant;
          if (extreme <= fewer) mid += extreme < fewer ? 2 ** -discordant : 2 ** -discordant / 2;
        }
        const test = mcnemar(b, discordant - b);
        expectClose(test.exactP, exact, 1e-12);
        expectClose(test.midP, mid, 1e-12);
      }
    }
  });

  test("asymptotic from 25 discordant pairs on", () => {
    expect(mcnemar(12, 12).recommended).toBe("exact");
    expect(mcnemar(12, 13).recommended).toBe("asymptotic");
  });

  test("without discordant pairs only the exact p-value exists", () => {
    expect(mcnemar(0, 0)).toMatchObject({ exactP: 1, midP: null, asymptotic: null, reason: "no data" });
  });

  test("does not depend on which version is first; mid-p is below the exact p", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (b, c) => {
        fc.pre(b + c > 0);
        const test = mcnemar(b, c);
        expect(mcnemar(c, b)).toEqual(test);
        expect(test.exactP).toBeLessThanOrEqual(1);
        expect(test.midP).toBeLessThanOrEqual(test.exactP);
      }),
    );
  });

  test("counts that are none are refused", () => {
    for (const [b, c] of [
      [-1, 2],
      [1.5, 2],
      [1, Number.NaN],
    ]) {
      expect(() => mcnemar(b, c)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
    }
  });
});

test("lists what was lost and gained, in order", () => {
  const detections = [
    { variant: "1:5A>C", first: true, second: false },
    { variant: "1:9G>T", first: true, second: true },
    { variant: "2:7C>A", first: false, second: true },
    { variant: "2:8C>A", first: false, second: false },
    { variant: "3:1C>A", first: true, second: false },
  ];
  expect(discordantVariants(detections)).toEqual({
    foundByBoth: 1,
    foundByNeither: 1,
    lost: ["1:5A>C", "3:1C>A"],
    gained: ["2:7C>A"],
  });
});
