import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { groovy } from "./groovy.ts";
import { moduleNames, pipelinesFolder } from "./module-folders.ts";
import { hasCases, nfTestFiles } from "./nf-test-files.ts";
import { missingPipelinePrograms } from "./pipeline-environment.ts";
import { runNextflow } from "./run-nextflow.ts";

const VALUE = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Groovy, which it must not become
  "a key": ["$x ${y}", 'it\'s "q"', "\\d\t\n", 1.5, -2, true, null, {}, []],
  nested: { deep: [{ id: "A" }] },
};

const SCRIPT = `
workflow {
    def shell = new groovy.lang.GroovyShell()
    file(params.folder).listFiles().each { each -> shell.parse(each.text) }
    println('VALUE ' + groovy.json.JsonOutput.toJson(shell.evaluate(file(params.literal).text)))
}
`;

const missing = missingPipelinePrograms(["nextflow"]);
const folder = mkdtempSync(join(tmpdir(), "touchstone-nf-tests-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(missing.length > 0)("tests of nf-test are Groovy, and values are what they were", async () => {
  mkdirSync(join(folder, "tests"));
  cpSync(join(pipelinesFolder, "nf-test.config"), join(folder, "tests/nf-test.config"));
  for (const module of moduleNames().filter(hasCases)) {
    const name = `${module.replaceAll("/", "_")}.groovy`;
    writeFileSync(join(folder, "tests", name), nfTestFiles(module)[0].text);
  }
  writeFileSync(join(folder, "literal.groovy"), groovy(VALUE));
  writeFileSync(join(folder, "main.nf"), SCRIPT);
  const parameters = ["--folder", join(folder, "tests"), "--literal", join(folder, "literal.groovy")];
  const { output, status } = await runNextflow(["run", "main.nf", ...parameters], folder);
  expect(status, output).toBe(0);
  expect(JSON.parse(/^VALUE (.*)$/m.exec(output)?.[1] ?? "null")).toEqual(VALUE);
});
