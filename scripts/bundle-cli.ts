import { renameSync, rmSync } from "node:fs";
import { build } from "esbuild";

const OUTPUT = "packages/cli/bundle";
/** A bundle that cannot be built leaves the one before in its place. */
const UNFINISHED = `${OUTPUT}.unfinished`;

/**
 * The command line as a few files instead of some 150: loading modules one by one cost 0.28 s of a comparison's 2.5 s
 * (docs/adr/0011). Workers are entry points of their own, beside the code that starts them.
 */
rmSync(UNFINISHED, { recursive: true, force: true });
await build({
  entryPoints: [
    "packages/cli/src/main.ts",
    "packages/concordance/src/workers/range-worker.ts",
    "packages/formats/src/bgzf/inflate-worker.ts",
    "packages/replicates/src/workers/merge-worker.ts",
  ],
  entryNames: "[name]",
  outdir: UNFINISHED,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.18",
  conditions: ["@touchstone/source"],
  // Stay packages of their own: PGlite reads its WebAssembly, the store its migrations, and the page of the API its
  // scripts from beside their code.
  external: ["@touchstone/store", "@touchstone/server"],
  // Some dependencies are CommonJS and ask for Node's modules by require. The name is one that no source imports.
  banner: {
    js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
  },
  logLevel: "warning",
});
rmSync(OUTPUT, { recursive: true, force: true });
renameSync(UNFINISHED, OUTPUT);
