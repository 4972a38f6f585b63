/*
 * What `touchstone run` adds to Nextflow: the germline pipeline on the data of profile test, in turn by Nextflow alone (the
 * command that `--print` prints, without the observer), by `touchstone run` with a server beside it, and by `touchstone run`
 * that opens the records itself. Each run has a work folder of its own and has to complete all tasks. Needs
 * `touchstone pipeline install` and Linux; a round takes some 4 minutes on 2 cores.
 *
 *   node --conditions=@touchstone/source bench/src/run-overhead.ts [rounds, 3]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const TOUCHSTONE = resolve(import.meta.dirname, "../../packages/cli/bin/touchstone.js");
const LOOK_EVERY = 200;
const ways = ["Nextflow alone", "with a server", "without a server"] as const;

type Way = (typeof ways)[number];

interface Measured {
  readonly seconds: number;
  /** Most memory that the started process held, its children not included. */
  readonly peakMegabytes: number;
  readonly tasks: number;
}

const [rounds = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "touchstone-overhead-"));

function touchstone(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [TOUCHSTONE, ...argv], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
}

function argvOf(way: Way, name: string): string[] {
  const places = ["--work-dir", join(folder, `work-${name}`), "--outdir", join(folder, name)];
  const records = ["--data", join(folder, way === "with a server" ? "served" : "opened")];
  return ["run", "germline", "--profile", "local,test", "--name", name, ...places, ...records];
}

/** A shell script of Nextflow alone: nothing of it is observed. */
async function nextflowAlone(name: string): Promise<string> {
  const child = touchstone(...argvOf("Nextflow alone", name), "--print");
  const printed: string[] = [];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  await once(child, "close");
  const lines = printed.join("").split("\n");
  const script = join(folder, `${name}.sh`);
  writeFileSync(script, lines.filter((line) => !line.includes("TOUCHSTONE_NEXTFLOW_EVENTS")).join("\n"));
  return script;
}

async function measure(child: ChildProcess, name: string): Promise<Measured> {
  const start = performance.now();
  let peakMegabytes = 0;
  const look = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid));
  }, LOOK_EVERY);
  child.stdout?.resume();
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new TypeError(`${name} ended with ${code}`);
  const trace = readFileSync(join(folder, name, "pipeline_info/trace.tsv"), "utf8")
    .trim()
    .split("\n");
  const tasks = trace.filter((line) => line.split("\t").includes("COMPLETED")).length;
  if (tasks === 0 || tasks !== trace.length - 1) throw new TypeError(`${name}: ${tasks} of its tasks completed`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes, tasks };
}

/** Linux keeps the most that a process ever held. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function runOnce(way: Way, name: string): Promise<Measured> {
  if (way !== "Nextflow alone") return measure(touchstone(...argvOf(way, name)), name);
  const script = await nextflowAlone(name);
  return measure(spawn("sh", [script], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] }), name);
}

const server = touchstone("serve", "--data", join(folder, "served"), "--port", "0", "--json");
try {
  if (server.stdout !== null) await once(server.stdout, "data");
  console.log("way               round  wall s  own peak MB  tasks");
  for (let round = 1; round <= rounds; round++) {
    for (const way of ways) {
      const { seconds, peakMegabytes, tasks } = await runOnce(way, `${way.replaceAll(" ", "-")}-${round}`);
      const numbers = [
        String(round).padStart(5),
        seconds.toFixed(1).padStart(7),
        peakMegabytes.toFixed(0).padStart(12),
      ];
      console.log(`${way.padEnd(17)} ${numbers.join(" ")} ${String(tasks).padStart(6)}`);
    }
  }
} finally {
  server.kill("SIGTERM");
  await once(server, "close");
  rmSync(folder, { recursive: true });
}
