import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exampleContent, newKey } from "../../test/example-content.ts";
import { buildEvidenceBundle, complete, jsonBytes } from "../bundle/build-bundle.ts";
import type { EvidenceContent } from "../bundle/content.ts";
import { MANIFEST, type Manifest, manifestFile, SEAL, SUMS } from "../bundle/manifest.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import { verifyEvidenceBundle } from "./verify-bundle.ts";

const key = newKey();
const publicKeys = [key.publicKey];
const content = exampleContent(key);
const bundle = buildEvidenceBundle(content, key);
const bundleFiles = () => new Map(readZip(bundle) ?? []);

/** States of all checks by name, of those that did not pass. */
function problemsOf(bytes: Uint8Array, keys = publicKeys) {
  const { checks } = verifyEvidenceBundle(bytes, { publicKeys: keys });
  return Object.fromEntries(checks.filter(({ state }) => state !== "passed").map(({ name, state }) => [name, state]));
}

describe("a bundle as it was written", () => {
  test("holds, and is proven by the key that signed it and its anchors", () => {
    const verification = verifyEvidenceBundle(bundle, { publicKeys });
    expect(verification).toMatchObject({ holds: true, proven: true, touchstone: "1.2.3" });
    expect(verification.run).toEqual({ id: content.run.run.id, name: content.run.run.name });
    expect(verification.checks).toHaveLength(10);
    expect(problemsOf(bundle, [])).toEqual({ seal: "unproven", anchors: "unproven" });
    expect(problemsOf(buildEvidenceBundle(content, null), [])).toEqual({ seal: "unproven", anchors: "unproven" });
    expect(verifyEvidenceBundle(bundle)).toMatchObject({ holds: true, proven: false });
  });

  test("is the same bytes for the same records, wherever the clock is set", () => {
    const zone = process.env.TZ;
    for (const other of ["UTC", "America/St_Johns", "Pacific/Kiritimati"]) {
      process.env.TZ = other;
      expect(Buffer.compare(buildEvidenceBundle(exampleContent(key), key), bundle)).toBe(0);
      expect(problemsOf(bundle)).toEqual({});
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  const programs = ["python3", "sha256sum"].every((name) => spawnSync(name, ["--version"]).status === 0);
  test.skipIf(!programs)("is read by other programs: python3 takes it out, sha256sum checks it", () => {
    const folder = mkdtempSync(join(tmpdir(), "touchstone-evidence-"));
    const script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall()";
    writeFileSync(join(folder, "evidence.zip"), bundle);
    const unzipped = spawnSync("python3", ["-c", script, "evidence.zip"], { cwd: folder, encoding: "utf8" });
    expect(unzipped.status, unzipped.stderr).toBe(0);
    const sums = spawnSync("sha256sum", ["--check", "--strict", SUMS], { cwd: folder, encoding: "utf8" });
    expect(sums.status, sums.stderr).toBe(0);
    expect(sums.stdout.trim().split("\n")).toHaveLength(bundleFiles().size - 1);
    rmSync(folder, { recursive: true });
  });

  test("its page is whole, escaped, and runs nothing", () => {
    const page = Buffer.from(bundleFiles().get("report.html") ?? []).toString("utf8");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("Evidence of run 2026-01-31 &lt;HG002&gt; &amp; &quot;co&quot;");
    expect(page).not.toMatch(/<script|<img|<link|https?:|\son\w+=/i);
    expect(page).toContain("<td>0.9998</td>");
    expect(page).toContain("Rosalind Franklin");
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("a bundle that was altered", () => {
  test("any byte of any file: is found, with a key and without", () => {
    const files = [...bundleFiles()];
    fc.assert(
      fc.property(
        fc.nat({ max: files.length - 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (file, place, change, withKey) => {
          const [name, bytes] = files[file] as [string, Uint8Array];
          const altered = Uint8Array.from(bytes);
          altered[place % bytes.length] = (altered[place % bytes.length] ?? 0) ^ change;
          const zip = writeZip(new Map([...files, [name, altered] as const]));
          expect(verifyEvidenceBundle(zip, withKey ? { publicKeys } : {}).holds).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("any byte of the zip itself: is found", () => {
    fc.assert(
      fc.property(fc.nat({ max: bundle.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const altered = Uint8Array.from(bundle);
        altered[place] = (altered[place] ?? 0) ^ change;
        expect(verifyEvidenceBundle(altered).holds).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("cut off, added to, or no zip: is found", () => {
    fc.assert(
      fc.property(fc.nat({ max: bundle.length - 1 }), (length) => {
        expect(verifyEvidenceBundle(bundle.slice(0, length)).holds).toBe(false);
      }),
      { numRuns: 300 },
    );
    const longer = new Uint8Array([...bundle, 0]);
    expect(verifyEvidenceBundle(longer).holds).toBe(false);
    expect(verifyEvidenceBundle(new Uint8Array([1, 2, 3])).checks[0]?.message).toBe("this is no zip");
    expect(verifyEvidenceBundle(new Uint8Array()).holds).toBe(false);
  });

  test("files removed, added or compressed: are found", () => {
    const without = bundleFiles();
    without.delete("verdicts.json");
    expect(problemsOf(writeZip(without))).toMatchObject({ files: "failed" });
    const withMore = bundleFiles().set("note.txt", new Uint8Array([65]));
    expect(problemsOf(writeZip(withMore))).toMatchObject({ files: "failed" });
    const compressed = zipSync(Object.fromEntries(bundleFiles()), { level: 9 });
    expect(verifyEvidenceBundle(compressed).holds).toBe(false);
  });

  /** A bundle whose hashes were all computed anew, and signed with a key if there is one. */
  function forged(change: (content: EvidenceContent) => EvidenceContent, forger = newKey()): Uint8Array {
    return buildEvidenceBundle(change(structuredClone(content) as EvidenceContent), forger);
  }

  test("with all hashes computed anew: is found by the key, not without it", () => {
    const better = forged((old) => ({ ...old, verdicts: [{ state: "in control", sentence: "all is well" }] }));
    expect(problemsOf(better)).toEqual({ seal: "failed" });
    expect(problemsOf(better, [])).toEqual({ seal: "unproven", anchors: "unproven" });
    const unsigned = bundleFiles();
    unsigned.delete(SEAL);
    unsigned.delete(SUMS);
    const manifest = unsigned.get(MANIFEST) ?? new Uint8Array();
    unsigned.delete(MANIFEST);
    expect(problemsOf(writeZip(complete(unsigned, manifest, null)))).toEqual({ seal: "failed" });
  });

  test("a signature under another content, or that the trail does not know: is found", () => {
    const [signature] = content.signatures;
    if (signature === undefined) throw new Error("the example has no signature");
    const other = forged((old) => ({ ...old, signatures: [{ ...signature, content: '{"disposition":"held"}' }] }));
    expect(problemsOf(other)).toMatchObject({ signatures: "failed" });
    const invented = forged((old) => ({ ...old, signatures: [...old.signatures, { ...signature, id: "invented" }] }));
    expect(problemsOf(invented)).toMatchObject({ "audit trail of signatures": "failed" });
    const renamed = forged((old) => ({ ...old, signatures: [{ ...signature, printedName: "Somebody Else" }] }));
    expect(problemsOf(renamed)).toMatchObject({ "audit trail of signatures": "failed" });
    const dropped = forged((old) => ({ ...old, signatures: [] }));
    expect(problemsOf(dropped)).toMatchObject({ "audit trail of signatures": "failed" });
    const notKept = forged((old) => ({ ...old, signatures: [{ ...signature, content: null }] }));
    expect(problemsOf(notKept)).toMatchObject({ signatures: "unproven" });
  });

  test("rows of the trail altered, exchanged, removed, or not anchored: are found", () => {
    const { audit } = content;
    const withRows = (rows: EvidenceContent["audit"]["rows"], more: Partial<EvidenceContent["audit"]> = {}) =>
      forged((old) => ({ ...old, audit: { ...audit, rows, ...more } }));
    const [first, second, third, fourth] = audit.rows;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error();
    expect(problemsOf(withRows([{ ...first, actor: "x" }, second, third, fourth]))).toMatchObject({
      "audit rows": "failed",
    });
    expect(problemsOf(withRows([second, first, third, fourth]))).toMatchObject({ "audit rows": "failed" });
    expect(problemsOf(withRows([second, third, fourth]))).toMatchObject({ "audit rows": "failed" });
    expect(problemsOf(withRows([first, third, fourth]))).toMatchObject({ anchors: "unproven", seal: "failed" });
    expect(problemsOf(withRows(audit.rows, { anchors: [] }))).toMatchObject({ anchors: "unproven" });
    const [anchor] = audit.anchors;
    if (anchor === undefined) throw new Error("the example has no anchor");
    const moved = { anchors: [{ ...anchor, sequence: 7, hash: third.hash }] };
    expect(problemsOf(withRows(audit.rows, moved))).toMatchObject({ anchors: "failed" });
  });

  test("a manifest that names a file twice, or is of another kind: is refused", () => {
    const files = bundleFiles();
    for (const name of [MANIFEST, SUMS, SEAL]) files.delete(name);
    const entries = [...files].map(([name, bytes]) => manifestFile(name, bytes));
    const manifest = (more: Partial<Manifest>) =>
      jsonBytes({
        schema: "touchstone/evidence-bundle/1",
        touchstone: "1",
        run: { id: "a", name: "b" },
        files: entries,
        ...more,
      });
    const twice = complete(files, manifest({ files: [...entries, ...entries.slice(0, 1)] }), key);
    expect(problemsOf(writeZip(twice))).toEqual({ files: "failed" });
    const other = complete(files, manifest({ schema: "another/1" as never }), key);
    expect(problemsOf(writeZip(other))).toEqual({ manifest: "failed" });
  });
});
