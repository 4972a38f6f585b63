import { describe, expect, test } from "vitest";
import { type DistributionPoint, distributionPoints, expectClose, referenceAvailable } from "../../test/reference.ts";
import { betaCdf, betaQuantile } from "./beta.ts";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpperTail } from "./chi-squared.ts";
import { fCdf, fQuantile, fUpperTail } from "./f.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { studentTCdf, studentTQuantile } from "./student-t.ts";

const FUNCTIONS: Record<string, (...args: number[]) => number | null> = {
  "f q": fQuantile,
  "f p": fCdf,
  "f sf": fUpperTail,
  "beta q": betaQuantile,
  "beta p": betaCdf,
  "t q": studentTQuantile,
  "t p": studentTCdf,
  "chisq q": chiSquaredQuantile,
  "chisq p": chiSquaredCdf,
  "chisq sf": chiSquaredUpperTail,
  "norm q": normalQuantile,
  "norm p": normalCdf,
};

/** F quantiles at which R's qf cancels or stops early, from mpmath 1.2.1 with 40 digits, by "p;df1;df2". */
const ARBITRATED: ReadonlyMap<string, number> = new Map([
  ["1e-10;3;10000000", 1.736465786988253e-7],
  ["0.000001;3;10000000", 8.06034917045477e-5],
  ["0.001;3;10000000", 0.00809919487677739],
  ["0.025;3;10000000", 0.07193175805417158],
  ["0.05;3;10000000", 0.1172821021155827],
  ["0.5;3;10000000", 0.7886580153227575],
  ["0.9;3;10000000", 2.08379675753138],
  ["0.95;3;10000000", 2.604910188671315],
  ["0.975;3;10000000", 3.116135835569822],
  ["0.999;3;10000000", 5.422082870818118],
  ["0.999999;3;10000000", 10.22163172986868],
  ["0.001;0.5;0.5", 1.181704500813297e-11],
]);

/** Quantiles of F that have a closed form, with 1 and 1, 1 and 2, and 2 and any degrees of freedom. */
function closedFormF([p, df1, df2]: readonly number[]): number | undefined {
  if (df1 === 1 && df2 === 1) return Math.tan((Math.PI * p) / 2) ** 2;
  if (df1 === 1 && df2 === 2) return (2 * p * p) / ((1 - p) * (1 + p));
  if (df1 === 2) return (df2 / 2) * Math.expm1((-2 / df2) * Math.log1p(-p));
  return undefined;
}

function expectedValue({ dist, fn, args, val }: DistributionPoint): number {
  if (dist !== "f" || fn !== "q") return val;
  return closedFormF(args) ?? ARBITRATED.get(args.join(";")) ?? val;
}

describe.skipIf(!referenceAvailable)("distribution-quantiles.json", () => {
  test("holds 430 points of known functions", () => {
    expect(distributionPoints()).toHaveLength(430);
    expect(new Set(distributionPoints().map(({ dist, fn }) => `${dist} ${fn}`))).toEqual(
      new Set(Object.keys(FUNCTIONS)),
    );
  });

  for (const [name, compute] of Object.entries(FUNCTIONS)) {
    test(`all points of ${name} agree to 1e-9`, () => {
      const points = distributionPoints().filter(({ dist, fn }) => `${dist} ${fn}` === name);
      for (const point of points) expectClose(compute(...point.args), expectedValue(point), 1e-9);
    });
  }

  test("R itself is within 2e-6 of the arbitrated values where it does not cancel", () => {
    const points = distributionPoints().filter(({ args }) => ARBITRATED.has(args.join(";")) && args[1] === 3);
    expect(points).toHaveLength(11);
    for (const point of points) expectClose(point.val, expectedValue(point), 2e-6);
  });
});
