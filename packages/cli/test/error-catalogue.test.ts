import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clientErrorCodes } from "@touchstone/client";
import { concordanceErrorCodes } from "@touchstone/concordance";
import { formatErrorCodes } from "@touchstone/formats";
import { ingestErrorCodes } from "@touchstone/ingest";
import { errorCatalogue } from "@touchstone/model/errors";
import { qualityErrorCodes } from "@touchstone/quality";
import { replicatesErrorCodes } from "@touchstone/replicates";
import { runnerErrorCodes } from "@touchstone/runner";
import { serverErrorCodes } from "@touchstone/server";
import { simulationErrorCodes } from "@touchstone/simulation";
import { statisticsErrorCodes } from "@touchstone/statistics";
import { storeErrorCodes } from "@touchstone/store";
import { truthErrorCodes } from "@touchstone/truth";
import { expect, test } from "vitest";
import { cliErrorCodes } from "../src/error.ts";

const thrown = new Set<string>([
  ...formatErrorCodes,
  ...statisticsErrorCodes,
  ...concordanceErrorCodes,
  ...replicatesErrorCodes,
  ...qualityErrorCodes,
  ...ingestErrorCodes,
  ...storeErrorCodes,
  ...serverErrorCodes,
  ...clientErrorCodes,
  ...runnerErrorCodes,
  ...simulationErrorCodes,
  ...truthErrorCodes,
  ...cliErrorCodes,
]);

test("every code that a package can throw has an entry", () => {
  expect([...thrown].filter((code) => !Object.hasOwn(errorCatalogue, code))).toEqual([]);
});

test("every entry belongs to a package that can throw it", () => {
  expect(Object.keys(errorCatalogue).filter((code) => !thrown.has(code))).toEqual([]);
});

test("the launcher, which cannot import the catalogue, names codes of it only", () => {
  const launcher = readFileSync(join(import.meta.dirname, "../bin/touchstone.js"), "utf8");
  const named = launcher.match(/TS_[A-Z_]+/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((code) => !thrown.has(code))).toEqual([]);
});
