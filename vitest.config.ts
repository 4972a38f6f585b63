import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const FOLDERS = ["packages", "pipelines", "test-support", "bench", "demo", "scripts"];

/** Tests that need minutes: a server, a browser, a database of PostgreSQL or a year of records. */
const SYSTEM = [
  "packages/{dashboard,server,store}/test/**/*.test.ts",
  "packages/store/src/migrations/**/*.test.ts",
  "packages/cli/test/{pack,serve,ingest-measurements,ingest-trace}.test.ts",
  "demo/test/**/*.test.ts",
  "scripts/api-guide.test.ts",
];

/** Tests that start Nextflow or the programs of a pipeline. */
const PIPELINES = FOLDERS.map((folder) => `${folder}/**/*.pipeline.test.ts`);

const NEVER = ["**/node_modules/**", "**/dist/**"];

/** What is common to all of them: vitest reads no settings of the whole into its parts. */
const common = {
  resolve: { conditions: ["@touchstone/source"] },
  ssr: { resolve: { conditions: ["@touchstone/source"] } },
};

// A busy machine is no failure.
const patience = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  ...common,
  test: {
    // vitest leaves a core free unless it is told; half of two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...common,
        test: {
          ...patience,
          name: "fast",
          include: FOLDERS.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [...NEVER, ...SYSTEM, ...PIPELINES],
        },
      },
      { ...common, test: { ...patience, name: "system", include: SYSTEM, exclude: [...NEVER, ...PIPELINES] } },
      {
        ...common,
        test: {
          name: "pipelines",
          include: PIPELINES,
          exclude: NEVER,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Their programs take both cores of a small machine.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
