import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCatalogue } from "@touchstone/model/errors";
import { expect, test } from "vitest";
import { errorsDocument } from "./errors-doc.ts";

test("docs/errors.md is what the catalogue says now (npm run errors-doc writes it)", () => {
  expect(readFileSync(join(import.meta.dirname, "../docs/errors.md"), "utf8")).toBe(errorsDocument());
});

test("every code has its section", () => {
  const sections = errorsDocument().match(/^## TS_\w+$/gm);
  expect(sections).toEqual(Object.keys(errorCatalogue).map((code) => `## ${code}`));
});
