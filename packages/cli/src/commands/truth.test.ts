import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileServer } from "@touchstone/test-support";
import { loadCatalogue } from "@touchstone/truth";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const server = new FileServer();
const scratch = mkdtempSync(join(tmpdir(), "touchstone-truth-cli-"));
let count = 0;

beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true });
});
afterEach(() => server.files.clear());

async function truth(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["truth", ...argv], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

const newFolder = () => join(scratch, String(count++));
/** A set none of whose files has a published checksum: what a server here gives is taken for it. */
const UNCHECKED = "HG001-v4.2.1-GRCh38";
const STEM = "HG001_GRCh38_1_22_v4.2.1_benchmark";
const VCF = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr1\t5\t.\tA\tC\t.\t.\t.\n";

function serve(name: string, text = (path: string): string => (path.endsWith(".bed") ? "chr1\t0\t1000\n" : VCF)): void {
  const set = loadCatalogue().find((each) => each.name === name);
  for (const { path } of set?.files ?? []) server.serve(`${set?.folder}${path}`, { content: Buffer.from(text(path)) });
}

describe("truth list and show", () => {
  test("lists sets by sample, by either name, and build", async () => {
    const { exitCode, out } = await truth("list", "--sample", "na24385", "--build", "GRCh37");
    expect(exitCode).toBe(0);
    const names = out
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(" ")[0]);
    expect(names).toEqual([
      "HG002-CMRG-v1.00-GRCh37",
      "HG002-v4.2.1-GRCh37",
      "HG002-Q100-v1.1-small-GRCh37",
      "HG002-Q100-v1.1-structural-GRCh37",
    ]);
  });

  test("gives the whole catalogue as JSON", async () => {
    const { out } = await truth("list", "--json");
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(loadCatalogue())));
  });

  test("says so when there is none", async () => {
    expect(await truth("list", "--sample", "HG999")).toMatchObject({ exitCode: 0, out: "No truth set is so.\n" });
  });

  test("refuses a build that there is not", async () => {
    expect((await truth("list", "--build", "hg38")).exitCode).toBe(2);
  });

  test("shows purpose, caveats, licence, and of each file address, checksum and sources", async () => {
    const { exitCode, out } = await truth("show", "hg002-v4.2.1-grch38");
    expect(exitCode).toBe(0);
    expect(out).toContain(
      "HG002-v4.2.1-GRCh38: GIAB small variant benchmark v4.2.1, small-variants of HG002 (NA24385) on GRCh38",
    );
    for (const label of ["for  ", "caveat  ", "licence  ", "cite  "]) expect(out).toContain(`\n${label}`);
    const [set] = loadCatalogue().filter(({ name }) => name === "HG002-v4.2.1-GRCh38");
    for (const { address, checksum } of set.files) {
      expect(out).toContain(address);
      expect(out).toContain(`${checksum?.algorithm} ${checksum?.value}, read in ${checksum?.source.repository}`);
    }
    const unchecked = await truth("show", UNCHECKED);
    expect(unchecked.out).toContain("none published; the one seen first is kept");
  });

  test("a name that there is not is exit code 66", async () => {
    const { exitCode, err } = await truth("show", "HG003-GRCh38");
    expect(exitCode).toBe(66);
    expect(err).toContain("TS_TRUTH_UNKNOWN: there is no truth set HG003-GRCh38; there is HG003-v4.2.1-GRCh38");
  });
});

describe("truth fetch and verify", () => {
  test("fetches, tells how to use it, and finds later that a file was altered", async () => {
    serve(UNCHECKED);
    const to = newFolder();
    const fetched = await truth("fetch", UNCHECKED, "--to", to, "--mirror", server.root);
    expect(fetched).toMatchObject({ exitCode: 0 });
    expect(fetched.err).toContain("3 files have no published checksum and come by http");
    expect(fetched.out).toContain("0 as published, 3 seen now for the first time, no checksum is published");
    expect(fetched.out).toContain(
      [
        "truth_sets:",
        `  ${UNCHECKED}:`,
        '    version: "4.2.1"',
        `    vcf: ${JSON.stringify(join(to, UNCHECKED, `${STEM}.vcf.gz`))}`,
        `    regions: ${JSON.stringify(join(to, UNCHECKED, `${STEM}.bed`))}`,
        "",
      ].join("\n"),
    );
    expect(fetched.out).toContain(
      `touchstone compare --truth ${join(to, UNCHECKED, `${STEM}.vcf.gz`)} \\\n  --regions`,
    );

    const again = await truth("fetch", UNCHECKED, "--to", to, "--mirror", server.root);
    expect(again.out).toContain("0 as published, 3 as when they were seen first");

    writeFileSync(join(to, UNCHECKED, `${STEM}.bed`), "chr1\t0\t2000\n");
    const verified = await truth("verify", UNCHECKED, "--to", to, "--json");
    expect(verified.exitCode).toBe(1);
    const { checks } = JSON.parse(verified.out) as { checks: { file: string; check: string; outcome: string }[] };
    const outcome = (file: string, check: string) =>
      checks.find((each) => each.file === file && each.check === check)?.outcome;
    expect(outcome(`${STEM}.vcf.gz`, "checksum")).toBe("passed");
    expect(outcome(`${STEM}.vcf.gz`, "contigs")).toBe("passed");
    expect(outcome(`${STEM}.bed`, "checksum")).toBe("failed");
    // What the server gave as index is none.
    expect(outcome(`${STEM}.vcf.gz.tbi`, "index")).toBe("failed");
    expect((await truth("verify", join(to, UNCHECKED))).exitCode).toBe(1);
  });

  test("gives what was fetched as JSON", async () => {
    serve(UNCHECKED);
    const to = newFolder();
    const { out } = await truth(
      "fetch",
      UNCHECKED,
      "--to",
      to,
      "--mirror",
      server.root,
      "--json",
      "--connections",
      "1",
    );
    const vcf = join(to, UNCHECKED, `${STEM}.vcf.gz`);
    expect(JSON.parse(out)).toMatchObject({
      sets: [
        { name: UNCHECKED, version: "4.2.1", build: "GRCh38", files: [{ path: vcf, outcome: "fetched" }, {}, {}] },
      ],
      truth_sets: { [UNCHECKED]: { version: "4.2.1", vcf } },
    });
  });

  test("a file that is not the published one is exit code 65, with both checksums", async () => {
    serve("HG002-v5.0q-small-GRCh38");
    const { exitCode, err } = await truth(
      "fetch",
      "HG002-v5.0q-small-GRCh38",
      "--to",
      newFolder(),
      "--mirror",
      server.root,
    );
    expect(exitCode).toBe(65);
    expect(err).toMatch(
      /TS_TRUTH_CHECKSUM_MISMATCH: .*md5 [0-9a-f]{32} is expected \(published in https:.*\), [0-9a-f]{32} was seen/,
    );
  });

  test("a file that is not there is exit code 66", async () => {
    const { exitCode, err } = await truth("fetch", UNCHECKED, "--to", newFolder(), "--mirror", server.root);
    expect(exitCode).toBe(66);
    expect(err).toContain(`${STEM}.vcf.gz`);
  });

  test("a folder that cannot be made is exit code 73", async () => {
    const to = newFolder();
    mkdirSync(scratch, { recursive: true });
    writeFileSync(to, "a file");
    expect((await truth("fetch", UNCHECKED, "--to", to, "--mirror", server.root)).exitCode).toBe(73);
    expect(readFileSync(to, "utf8")).toBe("a file");
  });

  test("a stop is exit code 75 for programs that call it", async () => {
    serve(UNCHECKED);
    const controller = new AbortController();
    controller.abort();
    const environment = { ...recordingEnvironment(), signal: controller.signal };
    const argv = ["truth", "fetch", UNCHECKED, "--to", newFolder(), "--mirror", server.root];
    expect(await run(argv, environment)).toBe(75);
  });

  test("Ctrl-C leaves what the next call goes on with", async () => {
    const text = (path: string) => (path.endsWith(".vcf.gz") ? VCF.repeat(1000) : "chr1\t0\t1000\n");
    serve(UNCHECKED, text);
    const path = `release/NA12878_HG001/NISTv4.2.1/GRCh38/${STEM}.vcf.gz`;
    const content = Buffer.from(text(path));
    server.serve(path, { content, behaviours: [{ stallAfter: 5000 }] });
    const to = newFolder();
    const vcf = join(to, UNCHECKED, `${STEM}.vcf.gz`);
    const main = join(import.meta.dirname, "../main.ts");
    const command = ["truth", "fetch", UNCHECKED, "--to", to, "--mirror", server.root];
    const flags = ["--conditions=@touchstone/source", main, ...command];
    const child = spawn(process.execPath, flags, { stdio: "ignore" });
    const exit = once(child, "exit");
    await vi.waitFor(() => expect(statSync(`${vcf}.part`).size).toBe(5000), { timeout: 30_000 });
    child.kill("SIGINT");
    expect((await exit)[0]).toBe(130);
    expect(existsSync(vcf)).toBe(false);
    const { exitCode } = await truth("fetch", UNCHECKED, "--to", to, "--mirror", server.root);
    expect(exitCode).toBe(0);
    expect(readFileSync(vcf)).toEqual(content);
    expect(server.requests.find((request) => request.path === path && request.range !== undefined)).toMatchObject({
      range: "bytes=5000-",
    });
  });

  test.each([
    ["--mirror", "ftp://example.org/"],
    ["--mirror", "giab"],
    ["--connections", "0"],
    ["--connections", "9"],
  ])("%s %s is refused", async (option, value) => {
    expect((await truth("fetch", UNCHECKED, option, value)).exitCode).toBe(2);
  });
});
