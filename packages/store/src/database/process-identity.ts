import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** What tells a process from every other one, also from a later process with the same PID. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the words of its operating system; null where that cannot be told. */
  readonly startedAt: string | null;
  readonly host: string;
  /** Where the PID counts: on Linux the PID namespace, which a container has of its own; null elsewhere. */
  readonly namespace: string | null;
}

/** Identity of the process that asks. */
export function ownIdentity(): ProcessIdentity {
  return identityOf(process.pid);
}

/** Identity of the process of this machine that has the PID now. */
export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: startOf(pid), host: hostname(), namespace: pidNamespace() };
}

/** When a process started, to the second; null where that cannot be told. */
export function startTimeOf({ startedAt }: ProcessIdentity): Date | null {
  if (startedAt === null) return null;
  if (process.platform !== "linux") return dateOrNull(Date.parse(`${startedAt} UTC`));
  try {
    const secondsUp = Number(readFileSync("/proc/uptime", "latin1").split(" ")[0]);
    const secondsAtStart = Number(startedAt.slice(startedAt.lastIndexOf("/") + 1)) / TICKS_PER_SECOND;
    return dateOrNull(Date.now() - (secondsUp - secondsAtStart) * 1000);
  } catch {
    return null;
  }
}

/** USER_HZ, in which Linux tells times to programs on every machine. */
const TICKS_PER_SECOND = 100;

function dateOrNull(milliseconds: number): Date | null {
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds);
}

/**
 * Whether a process is known to have ended. A process of another host or container cannot be seen from here: it is not
 * known to have ended.
 */
export function hasEnded(identity: ProcessIdentity): boolean {
  if (identity.host !== hostname() || identity.namespace !== pidNamespace()) return false;
  if (!isRunning(identity.pid)) return true;
  return identity.startedAt !== null && identity.startedAt !== startOf(identity.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function startOf(pid: number): string | null {
  return process.platform === "linux" ? startOnLinux(pid) : startByPs(pid);
}

/** Boot and clock ticks since then: field 22 of proc(5)'s stat, after a name that may hold spaces and parentheses. */
function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()}/${ticks}`;
  } catch {
    return null;
  }
}

function startByPs(pid: number): string | null {
  try {
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    const argv = ["-o", "lstart=", "-p", String(pid)];
    return execFileSync("ps", argv, { encoding: "latin1", env, stdio: ["ignore", "pipe", "ignore"] }).trim() || null;
  } catch {
    return null;
  }
}

function pidNamespace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return null;
  }
}
