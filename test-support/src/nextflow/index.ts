export { makeAnnotationData } from "./module-data/make-annotation-data.ts";
export { makeModuleData } from "./module-data/make-module-data.ts";
export { moduleNames, modulesFolder } from "./module-folders.ts";
export { hasCases, nfTestFiles } from "./nf-test-files.ts";
export { type NextflowRun, runNextflow, type TracedTask } from "./run-nextflow.ts";
