import { spawn } from "node:child_process";
import { once } from "node:events";
import type { PageBlock } from "./read-page.ts";

/** What became of a page's commands. */
export interface PageRun {
  /** What each block printed, on both outputs; shorter than the blocks where one failed. */
  readonly outputs: readonly string[];
  /** Of the shell: 0, or that of the command which failed. */
  readonly exitCode: number | null;
}

const MARK = "\u0001block\u0001\n";

/**
 * Carries out the blocks in one shell, in their order, as somebody would who types them in; the first command that fails
 * ends it. Whatever they have started is ended with it.
 */
export async function runPage(
  blocks: readonly PageBlock[],
  { folder, env }: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): Promise<PageRun> {
  const script = blocks.map(({ commands }) => `${commands}\nprintf '\\001block\\001\\n'\n`).join("");
  const shell = spawn("bash", ["-euo", "pipefail"], { cwd: folder, env, detached: true });
  let text = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  shell.stdin.end(`{\n${script}}\n`);
  const [exitCode] = await once(shell, "exit");
  try {
    process.kill(-(shell.pid ?? 0), "SIGKILL");
  } catch {
    // All of them have ended.
  }
  return { outputs: text.split(MARK), exitCode };
}
