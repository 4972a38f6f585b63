import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pairAgainstPeers } from "./pair-against-peers.ts";
import { pairNamed } from "./pairs.ts";
import { repeatCluster } from "./repeat-cluster.ts";
import { stratified } from "./stratified.ts";
import { tenfold } from "./tenfold.ts";

const usage = `npm run bench -- [benchmark ...] [--runs N] [--peer-only] [--folder DIR]

benchmarks: standard (default), tenfold, stratified, repeat-cluster
--runs       runs of each program, best of which counts (3)
--peer-only  of standard: the peers alone
--folder     where generated data and outputs go (bench/out)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    "peer-only": { type: "boolean", default: false },
    folder: { type: "string", default: resolve(import.meta.dirname, "../out") },
    help: { type: "boolean", default: false },
  },
});

const runs = Number(values.runs);
const folder = resolve(values.folder);
const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  standard: () =>
    pairAgainstPeers(pairNamed("standard", folder), {
      runs,
      peerOnly: values["peer-only"],
      folder: join(folder, "runs"),
    }),
  tenfold: () => tenfold({ runs, folder }),
  stratified: () => stratified({ runs, folder }),
  "repeat-cluster": () => repeatCluster({ runs, folder }),
};

const chosen = positionals.length === 0 ? ["standard"] : positionals;
if (values.help || !(runs >= 1) || chosen.some((name) => !(name in benchmarks))) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  mkdirSync(folder, { recursive: true });
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(
    `${cpus()[0].model}, ${cpus().length} cores, ${memory}; Node ${process.version}; ${new Date().toISOString().slice(0, 10)}`,
  );
  for (const name of chosen) await benchmarks[name]();
}
