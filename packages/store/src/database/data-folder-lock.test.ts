import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataFolder, lockHolder } from "./data-folder-lock.ts";

const MODULE = join(import.meta.dirname, "data-folder-lock.ts");

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-lock-"));
  path = join(folder, "database.lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A process that takes the lock, prints a line, and holds it until it is ended. */
async function holdElsewhere() {
  const code = `import { lockDataFolder } from ${JSON.stringify(MODULE)};
    lockDataFolder(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000);`;
  const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", code];
  const holder = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  return holder;
}

/** The lock file with some of its words changed. */
function rewrite(change: object): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...change }));
}

test("a lock says who holds it, keeps others out, and goes when it is released", () => {
  const lock = lockDataFolder(path);
  const expected = { pid: process.pid, host: hostname(), lockedAt: expect.stringMatching(/Z$/) };
  expect(lockHolder(path)).toMatchObject(expected);
  expect(() => lockDataFolder(path)).toThrow(
    expect.objectContaining({ code: "TS_DATA_FOLDER_LOCKED", details: { file: path, folder, pid: process.pid } }),
  );
  lock.release();
  lock.release();
  expect(lockHolder(path)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  lockDataFolder(path).release();
});

test("a lock can say how to reach its holder, and is given back all the same", () => {
  const lock = lockDataFolder(path);
  const announcement = { address: "http://127.0.0.1:8042", tokenFile: join(folder, "admin-token") };
  lock.announce(announcement);
  expect(lockHolder(path)).toMatchObject({ pid: process.pid, ...announcement });
  lock.announce({ ...announcement, address: "http://127.0.0.1:8043" });
  expect(lockHolder(path)?.address).toBe("http://127.0.0.1:8043");
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("another process' lock holds while it lives and is taken over once it was killed", async () => {
  const holder = await holdElsewhere();
  expect(() => lockDataFolder(path)).toThrow(`in use by process ${holder.pid} on ${hostname()}`);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(existsSync(path)).toBe(true);
  expect(lockHolder(path)).toBeNull();
  const lock = lockDataFolder(path);
  expect(lockHolder(path)?.pid).toBe(process.pid);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock is released when its process exits by itself", () => {
  const code = `import { lockDataFolder } from ${JSON.stringify(MODULE)};
    lockDataFolder(${JSON.stringify(path)}); process.exit(3);`;
  const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", code];
  expect(spawnSync(process.execPath, argv).status).toBe(3);
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "a later process with the PID of the holder does not count as the holder",
  () => {
    lockDataFolder(path);
    rewrite({ startedAt: "another boot/1" });
    const lock = lockDataFolder(path);
    lock.release();
  },
);

test.each([
  ["another host", { host: "elsewhere", pid: 999_999_999 }],
  ["another container", { namespace: "pid:[1]", pid: 999_999_999 }],
])("a lock of %s is never taken over, and the message says what to do", (_, change) => {
  const lock = lockDataFolder(path);
  const own = readFileSync(path, "utf8");
  rewrite(change);
  expect(() => lockDataFolder(path)).toThrow(`delete ${path}`);
  writeFileSync(path, own);
  lock.release();
});

test("a file that names nobody is not taken over", () => {
  writeFileSync(path, "");
  expect(() => lockDataFolder(path)).toThrow(expect.objectContaining({ code: "TS_DATA_FOLDER_LOCKED" }));
});

test("where no file can be made the error says so", () => {
  expect(() => lockDataFolder(join(folder, "missing/lock"))).toThrow(
    expect.objectContaining({ code: "TS_DATABASE_UNAVAILABLE" }),
  );
});

test("of many processes that find an abandoned lock one gets it", async () => {
  const dead = await holdElsewhere();
  dead.kill("SIGKILL");
  await once(dead, "exit");
  const code = `import { lockDataFolder } from ${JSON.stringify(MODULE)};
    try { lockDataFolder(${JSON.stringify(path)}); console.log("got"); } catch (error) { console.log(error.code); }
    process.stdin.once("data", () => process.exit()); process.stdin.resume();`;
  const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", code];
  const rivals = Array.from({ length: 6 }, () => spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] }));
  const answers = await Promise.all(rivals.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()));
  expect(answers.sort()).toEqual([...Array(5).fill("TS_DATA_FOLDER_LOCKED"), "got"].sort());
  await Promise.all(
    rivals.map((rival) => {
      rival.stdin.end("end");
      return once(rival, "exit");
    }),
  );
  expect(readdirSync(folder)).toEqual([]);
});
