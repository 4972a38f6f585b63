// Writes tests/main.nf.test of every module from its tests/cases.yml; with --data FOLDER also the test data that they read.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  hasCases,
  makeAnnotationData,
  makeModuleData,
  moduleNames,
  modulesFolder,
  nfTestFiles,
} from "@touchstone/test-support/nextflow";

const { values } = parseArgs({ options: { data: { type: "string" } } });

for (const module of moduleNames().filter(hasCases)) {
  for (const { path, text } of nfTestFiles(module)) writeFileSync(join(modulesFolder, module, path), text);
}
if (values.data !== undefined) {
  makeModuleData(resolve(values.data));
  await makeAnnotationData(resolve(values.data));
}
