import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server that lives as long as a test. */
export interface TestPostgres {
  /** Address of its first database, empty at the start. */
  readonly url: string;
  /** Makes another empty database and returns its address. */
  createDatabase(name: string): string;
  /** Ends the server at once, as a crash would, and starts it again. */
  restart(): Promise<void>;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian's package brings this account. */
const ACCOUNT = "postgres";

/**
 * Folder of PostgreSQL's programs: that of TOUCHSTONE_TEST_POSTGRES, else where Debian puts them, which is not on PATH. Null
 * where they are not installed.
 */
function serverPrograms(): string | null {
  const chosen = process.env.TOUCHSTONE_TEST_POSTGRES;
  if (chosen !== undefined) return chosen;
  const folders = globSync("/usr/lib/postgresql/*/bin").sort();
  return folders.findLast((folder) => existsSync(join(folder, "postgres"))) ?? null;
}

/** Whether tests with a real PostgreSQL can run. With CI=true it throws instead of returning false. */
export function postgresAvailable(): boolean {
  const available = serverPrograms() !== null;
  if (!available && process.env.CI === "true") {
    throw new Error('PostgreSQL is not installed; "npm run check" as root installs what the tests need');
  }
  return available;
}

/** Starts a server of its own, on a socket in a temporary folder, reachable for this machine's processes only. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = serverPrograms();
  if (programs === null) throw new Error("PostgreSQL is not installed");
  const folder = mkdtempSync(join(tmpdir(), "touchstone-pg-"));
  const account = accountIds();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const options = { ...account, cwd: folder, stdio: "ignore" } as const;
  const initdb = ["-D", data, "-U", "touchstone", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), initdb, options);

  const start = async () => {
    const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "fsync=off", "max_connections=60"];
    const argv = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const server = spawn(join(programs, "postgres"), argv, options);
    const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    while (spawnSync(join(programs, "pg_isready"), ["-h", folder, "-q"]).status !== 0) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended with exit code ${server.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { server, ended };
  };
  let running = await start();
  const url = (database: string) => `postgresql://touchstone@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const end = async () => {
    // SIGQUIT is PostgreSQL's immediate shutdown.
    running.server.kill("SIGQUIT");
    await running.ended;
  };
  return {
    url: url("postgres"),
    createDatabase(name) {
      execFileSync(join(programs, "createdb"), ["-h", folder, "-U", "touchstone", name], options);
      return url(name);
    },
    async restart() {
      await end();
      running = await start();
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whom the server runs as; null where it runs as who starts it. */
function accountIds(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, ACCOUNT], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
