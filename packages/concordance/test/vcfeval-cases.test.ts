import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkProofs, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, test } from "vitest";
import { byKey, type LabelledRecord, readLabels, readSamples } from "./support/labels.ts";
import { type Comparison, removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";
import { DIFFERENCES, NOT_COMPARABLE } from "./support/vcfeval-differences.ts";
import { type ExpectedLabel, readExpectedLabels } from "./support/vcfeval-labels.ts";

interface Case {
  readonly case: string;
  readonly options: {
    readonly sample?: string;
    readonly squashPloidy?: boolean;
    readonly allRecords?: boolean;
    readonly obeyPhase?: boolean | string;
    readonly region?: string;
  };
  readonly expected: readonly string[];
}

const ROOT = "vcfeval-cases";
const available = sharedDataAvailable(ROOT);
const cases: Case[] = available ? JSON.parse(readFileSync(sharedData(`${ROOT}/cases.json`), "utf8")) : [];

afterAll(removeComparisons);

describe.skipIf(!available)("vcfeval's own cases (in the shared data)", () => {
  test("are all there", () => {
    expect(cases).toHaveLength(19);
  });

  test.each(cases.filter(({ case: name }) => !NOT_COMPARABLE.has(name)))(
    "$case: every record's label, the ROC points and the proof",
    async (example) => {
      const folder = sharedData(`${ROOT}/${example.case}`);
      const comparison = await run(example, folder);
      const labels = readLabels(comparison.file("vcf.gz"), example.options.sample !== "ALT");
      const known = DIFFERENCES.filter((difference) => difference.case === example.case);
      expect(differences(labels, readExpectedLabels(folder, samplesOf(example, folder)))).toEqual(
        known
          .map(({ side, record, vcfeval, touchstone }) => `${side} ${record}: ${vcfeval}, here ${touchstone}`)
          .sort(),
      );
      if (example.expected.includes("weighted_roc.tsv") && known.length === 0) {
        expect(rocPoints(labels)).toEqual(expectedRocPoints(join(folder, "expected/weighted_roc.tsv")));
      }
      const proof = await checkProofs(comparison.file("vcf.gz"), join(folder, "template.fa"));
      expect(proof.failures).toEqual([]);
      expect(proof.queryTp).toBe(labels.filter((label) => label.side === "query" && label.decision === "TP").length);
    },
  );
});

async function run({ options }: Case, folder: string): Promise<Comparison> {
  const [truthSample, querySample] = samplesOf({ options }, folder);
  const anyAlternate = options.sample === "ALT";
  const input = (name: string) => (anyAlternate ? withoutSamples(join(folder, name)) : join(folder, name));
  return runComparison(
    { truth: input("baseline.vcf"), query: input("calls.vcf"), reference: join(folder, "template.fa") },
    {
      match: options.squashPloidy ? "alleles" : "genotype",
      phase: options.obeyPhase ? "respect" : "ignore",
      allRecords: options.allRecords ?? false,
      refMismatch: "skip",
      scoreField: "QUAL",
      ...(truthSample !== null && !anyAlternate ? { truthSample } : {}),
      ...(querySample !== null && !anyAlternate ? { querySample } : {}),
      ...(options.region === undefined ? {} : { targets: bedOf(options.region) }),
    },
  );
}

/** Sample of each side; null where the file has a single one. */
function samplesOf({ options }: Pick<Case, "options">, folder: string): [string | null, string | null] {
  const [truth, query = truth] = options.sample?.split(",") ?? [];
  const present = (file: string, sample: string | undefined) =>
    sample === "ALT" || (sample !== undefined && readSamples(join(folder, file)).includes(sample)) ? sample : null;
  return [present("baseline.vcf", truth), present("calls.vcf", query)];
}

/** `contig:from-to`, 1-based and inclusive, as a BED file. */
function bedOf(region: string): string {
  const [, contig, from, to] = region.match(/^(.*):(\d+)-(\d+)$/) ?? [];
  const path = join(temporaryFolder(), "targets.bed");
  writeFileSync(path, `${contig}\t${Number(from) - 1}\t${to}\n`);
  return path;
}

/** The same records as sites only, which stand for any of their alternate alleles. */
function withoutSamples(path: string): string {
  const sites = join(temporaryFolder(), "sites.vcf");
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(
    sites,
    lines.map((line) => (line.startsWith("##") ? line : line.split("\t").slice(0, 8).join("\t"))).join("\n"),
  );
  return sites;
}

/** Every record whose label is not the expected one, sorted. */
function differences(labels: readonly LabelledRecord[], expected: readonly ExpectedLabel[]): string[] {
  return (["truth", "query"] as const)
    .flatMap((side) => {
      const wanted = byKey(
        expected.filter((record) => record.side === side),
        ({ label }) => label,
      );
      const found = byKey(
        labels.filter((record) => record.side === side),
        ({ decision }) => (decision === "N" ? "ignored" : decision),
      );
      return [...wanted].flatMap(([key, theirs]) => {
        const ours = found.get(key) ?? [];
        const same = ours.length === theirs.length && theirs.every((label, at) => agrees(label, ours[at]));
        return same ? [] : [`${side} ${key}: ${theirs.join("+")}, here ${ours.join("+") || "absent"}`];
      });
    })
    .sort();
}

function agrees(theirs: string, ours: string): boolean {
  return theirs === "not TP" ? ours !== "TP" : theirs === ours;
}

interface RocPoint {
  readonly score: number;
  readonly truthTp: number;
  readonly queryTp: number;
  readonly queryFp: number;
}

/** Counts at or above each score; a truth record's score is that of the query records that match it. */
function rocPoints(labels: readonly LabelledRecord[]): RocPoint[] {
  const scored = labels.flatMap(({ side, decision, score }) => (score === null ? [] : [{ side, decision, score }]));
  const query = scored.filter(({ side, decision }) => side === "query" && (decision === "TP" || decision === "FP"));
  const scores = [...new Set(query.map(({ score }) => score))].sort((a, b) => b - a);
  return scores.map((score) => {
    const count = (side: string, decision: string) =>
      scored.filter((label) => label.side === side && label.decision === decision && label.score >= score).length;
    return { score, truthTp: count("truth", "TP"), queryTp: count("query", "TP"), queryFp: count("query", "FP") };
  });
}

function expectedRocPoints(path: string): RocPoint[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [score, truthTp, queryFp, queryTp] = line.split("\t").map(Number);
      return { score, truthTp, queryTp, queryFp };
    });
}
