import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchCase } from "./case-batch.ts";
import { annotationDataPrograms, makeAnnotationData } from "./module-data/make-annotation-data.ts";
import { makeModuleData, moduleDataPrograms } from "./module-data/make-module-data.ts";
import { moduleNames, modulesFolder } from "./module-folders.ts";
import { hasCases } from "./nf-test-files.ts";
import { missingPipelinePrograms } from "./pipeline-environment.ts";
import { readModuleCases } from "./read-module-cases.ts";
import { type CaseResult, runCases, runFailingCase } from "./run-cases.ts";

/** Of no registry that a check of this project may use: real cases of their modules are run by nf-test alone. */
const NOT_TO_BE_HAD = ["bwa-mem2"];

const programsOfRunner = [...moduleDataPrograms, "nextflow"];
const missing = missingPipelinePrograms(programsOfRunner);

interface ListedCase extends BatchCase {
  title: string;
  /** Programs that are not there. */
  missing: readonly string[];
}

const cases: ListedCase[] = moduleNames()
  .filter(hasCases)
  .flatMap((module) => {
    const { programs, cases: moduleCases } = readModuleCases(join(modulesFolder, module, "tests/cases.yml"));
    const never = programs.filter((program) => NOT_TO_BE_HAD.includes(program));
    const lacking = never.length > 0 ? never : missingPipelinePrograms(programs);
    return moduleCases.map((moduleCase) => {
      const absent = moduleCase.run === "real" ? lacking : [];
      const because = absent.length > 0 ? ` (skipped: no ${absent.join(", ")})` : "";
      return { module, moduleCase, title: `${module}: ${moduleCase.name}${because}`, missing: absent };
    });
  });

describe.skipIf(missing.length > 0)(`cases of modules${missing.length > 0 ? ` (skipped: no ${missing})` : ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-modules-"));
  const data = join(folder, "data");
  beforeAll(async () => {
    makeModuleData(data);
    if (missingPipelinePrograms(annotationDataPrograms).length === 0) await makeAnnotationData(data);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(["stub", "real"] as const)("%s", (run) => {
    const chosen = cases.filter(({ moduleCase }) => moduleCase.run === run && moduleCase.fails === undefined);
    const runnable = chosen.filter((each) => each.missing.length === 0);
    let results: CaseResult[] = [];
    beforeAll(async () => {
      results = await runCases(runnable, { data, folder: join(folder, run), stub: run === "stub" });
    });

    for (const [index, { title }] of runnable.entries()) {
      test(title, () => expect(results[index]).toEqual({ differences: [], unnoticed: [] }));
    }
    for (const { title } of chosen.filter((each) => each.missing.length > 0)) test.skip(title, () => {});
  });

  describe("failures", () => {
    const failing = cases.filter(({ moduleCase }) => moduleCase.fails !== undefined);
    for (const [index, each] of failing.entries()) {
      test.skipIf(each.missing.length > 0)(each.title, async () => {
        const output = await runFailingCase(each, { data, folder: join(folder, `fails-${index}`) });
        expect(output).toContain(each.moduleCase.fails);
      });
    }
  });
});
