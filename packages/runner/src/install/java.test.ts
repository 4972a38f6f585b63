import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findJava, javaMajor } from "./java.ts";

/** A home of Java that says it is of this version. */
function homeOf(version: string): string {
  const home = mkdtempSync(join(tmpdir(), "touchstone-java-"));
  mkdirSync(join(home, "bin"));
  writeFileSync(join(home, "bin/java"), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
  chmodSync(join(home, "bin/java"), 0o755);
  return home;
}

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "26" 2026-03-17', 26],
  ['openjdk version "21-ea"', 21],
  ["no java", null],
])("%s", (said, major) => expect(javaMajor(said)).toBe(major));

test("Java 17 to 26 is taken, and its version and place are its identity", () => {
  const home = homeOf("21.0.2");
  const java = findJava({ JAVA_HOME: home });
  expect(java).toMatchObject({ program: join(home, "bin/java"), major: 21 });
  expect(java.identity).toContain("21.0.2");
});

test.each(["11.0.2", "27"])("Java %s is refused, with the versions that do", (version) => {
  expect(() => findJava({ JAVA_HOME: homeOf(version) })).toThrow(
    expect.objectContaining({
      code: "TS_PIPELINE_PROGRAM_MISSING",
      message: expect.stringMatching(/is Java \d+; Java 17 to 26 is needed/),
    }),
  );
});

test("where there is no Java that is said", () => {
  expect(() => findJava({ PATH: "/nowhere" })).toThrow("java is not installed");
});
