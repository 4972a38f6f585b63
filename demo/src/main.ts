// npm run demo: builds a laboratory's year, unless there is one, and serves it.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { interruptionExitCode, onInterruption, run } from "touchstone/in-process";
import { showProgress } from "./show-progress.ts";
import { buildYear } from "./year/build-year.ts";
import { DEMO_PASSWORD, people } from "./year/people.ts";
import { buildInto, finishedYear, type YearMark } from "./year-folder.ts";

const FOLDER = resolve(import.meta.dirname, "../../.touchstone/demo");
const DEFAULT_SEED = 1;
const HELP = `npm run demo [-- options]

  --reset      build the year anew, so that it ends before today
  --seed <n>   what the measurements are drawn from (default: ${DEFAULT_SEED})
  --no-serve   build only
  --port <n>   port of the dashboard (default: that of touchstone serve; 0 takes a free one)
  --help       this
`;

interface DemoOptions {
  readonly reset: boolean;
  /** Null where none is given: a year that is there is served whatever its seed. */
  readonly seed: number | null;
  readonly serve: boolean;
  readonly port: string | undefined;
}

const controller = new AbortController();
const interruption = onInterruption(process, controller);
process.exitCode = await main(process.argv.slice(2));
if (interruption.signal !== null) process.exitCode = interruptionExitCode(interruption.signal);

async function main(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === "string") {
    process.stderr.write(options);
    return options === HELP ? 0 : 2;
  }
  const found = options.reset ? null : finishedYear(FOLDER);
  const isWanted = found !== null && (options.seed === null || options.seed === found.seed);
  try {
    const year = isWanted ? found : await build(options.seed ?? DEFAULT_SEED);
    process.stderr.write(describe(year));
  } catch (error) {
    if (interruption.signal === null) throw error;
    process.stderr.write("The year is not finished; the next npm run demo begins it anew.\n");
    return 1;
  }
  if (!options.serve) return 0;
  const port = options.port === undefined ? [] : ["--port", options.port];
  return run(["serve", "--data", FOLDER, ...port], {
    stdout: process.stdout,
    stderr: process.stderr,
    debug: process.env.TOUCHSTONE_DEBUG === "1",
    signal: controller.signal,
  });
}

function readOptions(argv: readonly string[]): DemoOptions | string {
  const options = {
    reset: { type: "boolean" },
    seed: { type: "string" },
    "no-serve": { type: "boolean" },
    port: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options });
    if (values.help === true) return HELP;
    const seed = values.seed === undefined ? null : Number(values.seed);
    if (seed !== null && !(Number.isSafeInteger(seed) && seed >= 0))
      return `--seed ${values.seed} is no whole number\n`;
    const { reset = false, "no-serve": noServe = false, port } = values;
    return { reset, seed, serve: !noServe, port };
  } catch (error) {
    return `${(error as Error).message}\n\n${HELP}`;
  }
}

async function build(seed: number): Promise<YearMark> {
  const startedAt = performance.now();
  process.stderr.write(
    `Building a laboratory's year (seed ${seed}). Every comparison, verdict and signature is computed.\n`,
  );
  const progress = showProgress(process.stderr);
  try {
    return await buildInto(FOLDER, async (folder) => {
      const today = new Date();
      const { signal } = controller;
      const { firstDay, lastDay } = await buildYear({ folder, seed, today, progress: progress.show, signal });
      return { seed, firstDay, lastDay };
    });
  } finally {
    progress.end();
    process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}

function describe({ seed, firstDay, lastDay }: YearMark): string {
  const lines = Object.values(people).map(({ name, printedName, role }) => {
    return `  ${name.padEnd(12)} ${printedName.padEnd(22)} ${role}`;
  });
  const ends = Math.floor((Date.now() - Date.parse(lastDay)) / 86_400_000);
  const old = ends > 5 ? `\nIt ended ${ends} days ago: npm run demo -- --reset builds one that ends before today.` : "";
  return `
A laboratory's year, ${firstDay} to ${lastDay}, seed ${seed}, in ${join(".touchstone", "demo")}${old}

Sign in as one of these people. The password of all is: ${DEMO_PASSWORD}
${lines.join("\n")}
Names and password are for this demonstration only. What to look at: docs/guides/tour.md

`;
}
