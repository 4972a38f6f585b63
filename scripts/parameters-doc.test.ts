import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPipelineSchema } from "@touchstone/runner";
import { expect, test } from "vitest";
import { documentedPipelines, parametersDocument } from "./parameters-doc.ts";

const ROOT = join(import.meta.dirname, "..");

test.each(documentedPipelines)("the page of %s is what npm run parameters-doc makes of the schema", (pipeline) => {
  const page = readFileSync(join(ROOT, `docs/reference/${pipeline}-parameters.md`), "utf8");
  expect(page).toBe(parametersDocument(pipeline));
});

test("every parameter is on the page, with what it is by default", () => {
  const { parameters } = readPipelineSchema(join(ROOT, "pipelines/germline/nextflow_schema.json"));
  const page = parametersDocument("germline");
  expect(Object.keys(parameters).length).toBeGreaterThan(20);
  for (const name of Object.keys(parameters)) expect(page).toContain(`### ${name}\n`);
  expect(page).toContain("`bwa-mem2`, `bwa` · `bwa-mem2` unless given");
});
