import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wrapperTexts } from "./wrappers.ts";

/** Wrappers around a Java and a Python that print how they are started, in folders with a space and a quote. */
function wrappers() {
  const folder = mkdtempSync(join(tmpdir(), "touchstone it's "));
  const echo = join(folder, "echo");
  writeFileSync(echo, '#!/bin/sh\nprintf "%s\\n" "home=$NXF_HOME" "$@"\n');
  writeFileSync(join(folder, "classpath"), "/jars/a.jar:/jars/b.jar");
  const texts = wrapperTexts({
    java: { program: echo, major: 17, identity: "" },
    nextflowJar: "/jars/nextflow.jar",
    nextflowHome: join(folder, "home"),
    observer: "/observer",
    gatkClassPath: join(folder, "classpath"),
    gatkArchive: join(folder, "gatk.jsa"),
    python: echo,
    mosdepthLibraries: null,
  });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  for (const name of ["echo", ...Object.keys(texts)]) chmodSync(join(folder, name), 0o755);
  const run = (name: string, args: readonly string[], env = {}) =>
    execFileSync(join(folder, name), args, { encoding: "utf8", env: { PATH: process.env.PATH, ...env } })
      .trimEnd()
      .split("\n");
  return { folder, run };
}

test("gatk takes --java-options as its own launcher does, after its own flags", () => {
  const { folder, run } = wrappers();
  const words = run("gatk", ["--java-options", "-Xmx500M -Dx=1", "HaplotypeCaller", "-I", "a b.bam"]);
  const classPath = words.indexOf("-cp");
  expect(words.slice(classPath - 2)).toEqual([
    "-Xmx500M",
    "-Dx=1",
    "-cp",
    "/jars/a.jar:/jars/b.jar",
    "org.broadinstitute.hellbender.Main",
    "HaplotypeCaller",
    "-I",
    "a b.bam",
  ]);
  expect(words).toContain("-XX:TieredStopAtLevel=1");
  expect(words).toContain(`-XX:SharedArchiveFile=${join(folder, "gatk.jsa")}`);
  expect(run("gatk", ["--java-options=-Xmx1g", "X"])).toContain("-Xmx1g");
  expect(run("gatk", ["--version"]).at(-1)).toBe("--version");
});

test("nextflow has a home in the cache unless it is given one, and the observer on its class path", () => {
  const { folder, run } = wrappers();
  const words = run("nextflow", ["run", "main.nf"]);
  expect(words[0]).toBe(`home=${join(folder, "home")}`);
  expect(words).toContain("/jars/nextflow.jar:/observer");
  expect(words.slice(-3)).toEqual(["nextflow.cli.Launcher", "run", "main.nf"]);
  expect(run("nextflow", [], { NXF_HOME: "/other" })[0]).toBe("home=/other");
});

test("Python's programs do not look for modules where they are started", () => {
  const { run } = wrappers();
  expect(run("multiqc", ["."]).slice(1)).toEqual(["-P", "-m", "multiqc", "."]);
  expect(run("vepyr", ["annotate"]).at(1)).toBe("-P");
});
