import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { generateNextVersion, generatePair } from "@touchstone/test-support";
import { compareFiles } from "@touchstone/test-support/compare-files";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metricsDocument } from "../../test/metrics-document.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

const LENGTH = 60_000;

interface Variant {
  readonly label: "FN" | "FP";
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly genotype: string;
  readonly variantType: string;
}

type Files = ReadonlyMap<string, Buffer>;

/** The results of two versions of a pipeline, and of the first one without its failed records. */
const versions: Files[] = [];
let truthSha256 = "";

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-versions-"));
  try {
    const errorRates = { dropped: 0.06, gt_error: 0.04, allele_error: 0.03, extra: 0.06 };
    const pair = generatePair({ folder, seed: 5, contigLengths: [LENGTH], eventCount: 300, errorRates, plain: true });
    const { truth, reference } = pair;
    const next = generateNextVersion(pair, join(folder, "next.vcf"), LENGTH);
    versions.push(await compareFiles({ truth, reference, query: pair.query, allRecords: true }));
    versions.push(await compareFiles({ truth, reference, query: next, allRecords: true }));
    versions.push(await compareFiles({ truth, reference, query: pair.query }));
    truthSha256 = JSON.parse(String(versions[0]?.get("provenance.json"))).inputs.truth.sha256;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

/** FN and FP as the whole VCF of a comparison has them. */
function variantsOf(files: Files): Variant[] {
  const text = gunzipSync(files.get("vcf.gz") as Buffer).toString();
  return text.split("\n").flatMap((row) => {
    const [, position, , ref = "", alt = "", , , , , ...samples] = row.split("\t");
    return samples.flatMap((sample) => {
      const [genotype = "", label = "", , variantType = ""] = sample.split(":");
      if (label !== "FN" && label !== "FP") return [];
      return [{ label, position: Number(position), ref, alt, genotype, variantType } as Variant];
    });
  });
}

const keyOf = ({ label, position, ref, alt, genotype }: Variant) =>
  [label, position, ref, alt, genotype.split(/[/|]/).sort().join("/")].join(" ");

function recorded(files: Files, ...names: string[]) {
  return names.map((name) => ({ name: `P.${name}`, contentBase64: (files.get(name) as Buffer).toString("base64") }));
}

describe.each(databaseKinds)("discordant variants on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  const ids: string[] = [];

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "review");
    const truthSets = [
      { name: "T", version: "1", reference: "generated", vcfSha256: truthSha256 },
      { name: "U", version: "1", reference: "generated", vcfSha256: "a".repeat(64) },
    ];
    for (const truthSet of truthSets) await pipeline.post("/truth-sets", truthSet);
    for (const [number, files] of versions.entries()) {
      const run = { name: `version ${number}`, status: "succeeded", performedAt: "2026-02-01T00:00:00Z" };
      const sent = recorded(files, "metrics.json", "provenance.json", "discordant.vcf.gz");
      const taken = await pipeline.post("/concordance", { run, files: sent });
      expect(taken.statusCode, taken.body).toBe(201);
      ids.push(taken.json().id);
    }
  }, 60_000);

  afterAll(() => opened.remove());

  async function listed(query: Record<string, string | string[]>): Promise<Variant[]> {
    const seen: Variant[] = [];
    let cursor: string | null = null;
    do {
      const paged: Record<string, string | string[]> = { ...query, limit: "7", ...(cursor === null ? {} : { cursor }) };
      const answer = await pipeline.get("/concordance/discordant-variants", { query: paged });
      expect(answer.statusCode, answer.body).toBe(200);
      seen.push(...answer.json().items);
      cursor = answer.json().next;
    } while (cursor !== null);
    return seen;
  }

  test("a comparison lists every FN and FP of its VCF, in order, and says how many there are", async () => {
    for (const [number, files] of versions.entries()) {
      const expected = variantsOf(files);
      const found = await listed({ presentIn: ids[number] ?? "" });
      expect(found.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
      expect(found.map(({ position }) => position)).toEqual(expected.map(({ position }) => position));
      const comparison = (await pipeline.get(`/concordance/${ids[number]}`)).json();
      expect(comparison.discordant).toEqual({ total: expected.length, listed: expected.length });
    }
    expect(variantsOf(versions[0] as Files).length).toBeGreaterThan(30);
  });

  test("intersections are those of the sets, for every set of comparisons", async () => {
    const answer = await pipeline.get("/concordance/intersections", { query: { comparisonId: ids } });
    expect(answer.statusCode, answer.body).toBe(200);
    const sets = versions.map((files) => variantsOf(files));
    const members = new Map<string, { ids: string; label: string }>();
    for (const [number, set] of sets.entries()) {
      for (const variant of set) {
        const before = members.get(keyOf(variant));
        members.set(keyOf(variant), { label: variant.label, ids: `${before?.ids ?? ""}${number}` });
      }
    }
    const expected: Record<string, { fn: number; fp: number }> = {};
    for (const { ids: of, label } of members.values()) {
      const count = expected[of] ?? { fn: 0, fp: 0 };
      expected[of] = count;
      if (label === "FN") count.fn++;
      else count.fp++;
    }
    const { comparisons, intersections } = answer.json();
    const found = intersections.map((one: { comparisonIds: string[]; fn: number; fp: number }) => {
      return [one.comparisonIds.map((id) => ids.indexOf(id)).join(""), { fn: one.fn, fp: one.fp }];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(["0", "1", "01"]));
    const sizes = intersections.map(({ fn, fp }: { fn: number; fp: number }) => fn + fp);
    expect(sizes).toEqual(sizes.toSorted((a: number, b: number) => b - a));
    expect(comparisons).toEqual(
      ids.map((id, number) => {
        const count = (label: string) => sets[number]?.filter((one) => one.label === label).length;
        return { id, fn: count("FN"), fp: count("FP") };
      }),
    );
  });

  test("lists of what was lost and gained are as long as the intersections say, and hold what only some have", async () => {
    const [first = "", second = ""] = ids;
    const { intersections } = (
      await pipeline.get("/concordance/intersections", { query: { comparisonId: [first, second] } })
    ).json();
    const keys = versions.map((files) => new Set(variantsOf(files).map(keyOf)));
    for (const { comparisonIds, fn, fp } of intersections) {
      const absentFrom = [first, second].filter((id) => !comparisonIds.includes(id));
      const all = await listed({ presentIn: comparisonIds, ...(absentFrom.length === 0 ? {} : { absentFrom }) });
      expect(all.filter(({ label }) => label === "FN")).toHaveLength(fn);
      expect(all.filter(({ label }) => label === "FP")).toHaveLength(fp);
      for (const variant of all) {
        const has = keys.slice(0, 2).map((set) => set.has(keyOf(variant)));
        expect(has).toEqual([first, second].map((id) => comparisonIds.includes(id)));
      }
    }
  });

  test("a list and intersections can be narrowed to a type, a label and a kind of match", async () => {
    const all = variantsOf(versions[0] as Files);
    const of = (query: Record<string, string>) => listed({ presentIn: ids[0] ?? "", ...query });
    const indels = all.filter(({ variantType }) => variantType === "INDEL");
    expect(await of({ variantType: "INDEL" })).toHaveLength(indels.length);
    expect(await of({ label: "FN" })).toHaveLength(all.filter(({ label }) => label === "FN").length);
    expect(await of({ stratum: "none-such" })).toEqual([]);
    const allele = await of({ matchKind: "allele" });
    const metrics = JSON.parse(String(versions[0]?.get("metrics.json")));
    const fpGenotype = metrics.rows
      .filter(
        (row: { filter: string; subtype: string; stratum: string }) => row.filter === "ALL" && row.subtype === "*",
      )
      .reduce((sum: number, row: { query: { fpGenotype: number } }) => sum + row.query.fpGenotype, 0);
    expect(allele.filter(({ label }) => label === "FP")).toHaveLength(fpGenotype);
    expect(fpGenotype).toBeGreaterThan(0);
    const query = { comparisonId: ids[0] ?? "", variantType: "INDEL" };
    const { comparisons } = (await pipeline.get("/concordance/intersections", { query })).json();
    expect(comparisons[0].fn + comparisons[0].fp).toBe(indels.length);
  });

  test("one variant shows the reference around it, what is nearby, how it was decided, and which others have it", async () => {
    const [shared] = await listed({ presentIn: [ids[0] ?? "", ids[1] ?? ""], matchKind: "allele" });
    const { variant } = shared as unknown as { variant: string };
    const found = (await pipeline.get(`/concordance/${ids[0]}/discordant-variants/${variant}`)).json();
    expect(found).toMatchObject({ comparisonId: ids[0], variant, method: "search", matchKind: "allele" });
    expect(found.alsoIn).toContain(ids[1]);
    expect(found.alsoIn).not.toContain(ids[0]);
    expect(`${found.basesBefore} ${found.basesAfter}`).toMatch(/^[ACGT]{20} [ACGT]{20}$/);
    const otherSide = found.label === "FN" ? "query" : "truth";
    const partner = found.nearby.find((one: { position: number }) => one.position === found.position);
    expect(partner[otherSide]).toMatchObject({ matchKind: "allele", decision: found.label === "FN" ? "FP" : "FN" });
    const none = await pipeline.get(`/concordance/${ids[0]}/discordant-variants/${"0".repeat(64)}`);
    expect(none.statusCode).toBe(404);
  });

  test("results that were recorded without their variants get them when they are sent again with them", async () => {
    const run = { name: "later", status: "succeeded", performedAt: "2026-02-01T00:00:00Z" };
    const files = versions[0] as Files;
    const first = await pipeline.post("/concordance", {
      run,
      files: recorded(files, "metrics.json", "provenance.json"),
    });
    const { id } = first.json();
    expect(first.json().discordant).toBeNull();
    const refused = await pipeline.get("/concordance/discordant-variants", { query: { presentIn: id } });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().detail).toContain("was recorded without its variants");
    const whole = { run: "later", files: recorded(files, "metrics.json", "provenance.json", "discordant.vcf.gz") };
    for (const _ of ["first", "again"]) {
      const sent = await pipeline.post("/concordance", whole);
      expect([sent.statusCode, sent.json().id]).toEqual([200, id]);
      expect(sent.json().discordant).toEqual({ total: variantsOf(files).length, listed: variantsOf(files).length });
    }
    expect((await listed({ presentIn: id })).map(keyOf)).toEqual(
      (await listed({ presentIn: ids[0] ?? "" })).map(keyOf),
    );
    const trail = opened.context.database.kysely
      .selectFrom("audit_event")
      .select("action")
      .where("subject_id", "=", id);
    expect(await trail.orderBy("sequence").execute()).toEqual([
      { action: "comparison.create" },
      { action: "comparison.variants" },
    ]);
    expect((await pipeline.get(`/concordance/${id}`)).json().files).toHaveLength(3);
  });

  test("comparisons with different truth sets, and those of which not all is kept, are not held against each other", async () => {
    const run = { name: "of another truth", status: "succeeded", performedAt: "2026-02-01T00:00:00Z" };
    const good = { truthTp: 9, truthFn: 0, queryTp: 9, queryFp: 0 };
    const document = metricsDocument({ SNP: good });
    const vcf = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTRUTH\tQUERY\n";
    const files = [
      { name: "metrics.json", document },
      { name: "P.vcf", content: vcf },
    ];
    const other = await pipeline.post("/concordance", { run, truthSet: { name: "U", version: "1" }, files });
    expect(other.statusCode, other.body).toBe(201);
    const [first = ""] = ids;
    const asked = (id: string) => pipeline.get("/concordance/intersections", { query: { comparisonId: [first, id] } });
    expect((await asked(other.json().id)).json().detail).toContain("different truth sets (T 1 and U 1)");
    const { kysely } = opened.context.database;
    const cutId = "00000000-0000-7000-8000-00000000000c";
    const row = await kysely.selectFrom("comparison").selectAll().where("id", "=", first).executeTakeFirstOrThrow();
    const json = { metrics: JSON.stringify(row.metrics), provenance: JSON.stringify(row.provenance) };
    const cut = { ...row, ...json, id: cutId, content_sha256: "c".repeat(64), superseded_at: row.created_at };
    await kysely
      .insertInto("comparison")
      .values({ ...cut, discordant_total: 200_000, discordant_listed: 0 })
      .execute();
    expect((await asked(cutId)).json().detail).toContain("only 0 of 200000 variants are kept");
    const both = { query: { presentIn: first, absentFrom: first } };
    expect((await pipeline.get("/concordance/discordant-variants", both)).statusCode).toBe(400);
    expect((await asked("00000000-0000-7000-8000-00000000000d")).statusCode).toBe(404);
  });
});
