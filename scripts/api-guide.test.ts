import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mask } from "./guide/mask.ts";
import { readPage } from "./guide/read-page.ts";
import { runPage } from "./guide/run-page.ts";

const ROOT = resolve(import.meta.dirname, "..");
const NODE = `"${process.execPath}" --conditions=@touchstone/source`;
/** The port that the page names. */
const PORT = "8042";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-guide-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A command of that name, which stands for what a reader's clone has. */
function program(name: string, text: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const path = join(folder, "bin", name);
  writeFileSync(path, `#!/bin/bash\nset -eu\n${text}\n`);
  chmodSync(path, 0o755);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return String(typeof address === "object" ? address?.port : address);
}

const hasPrograms = toolAvailable("curl") && toolAvailable("jq");

test.skipIf(!hasPrograms)(
  "every command of the API's guide does what the page says",
  { timeout: 600_000 },
  async () => {
    const port = await freePort();
    const main = join(ROOT, "packages/cli/src/main.ts");
    program(
      "npx",
      `[ "$1" = touchstone ]; shift\nif [ "$1" = serve ]; then set -- "$@" --port ${port}; fi\nexec ${NODE} "${main}" "$@"`,
    );
    const demo = 'import("@touchstone/test-support").then((t) => t.generateDemoPair("out/demo/input"))';
    program("npm", `[ "$*" = "run demo:compare" ]; cd "${folder}/work"; exec ${NODE} "${join(folder, "demo.ts")}"`);
    const support = join(ROOT, "test-support/src/index.ts");
    writeFileSync(join(folder, "demo.ts"), demo.replace("@touchstone/test-support", support));
    mkdirSync(join(folder, "work"));
    const page = readFileSync(join(ROOT, "docs/guides/api.md"), "utf8");
    const blocks = readPage(page.replaceAll(PORT, port));
    const { DATABASE_URL: _, TOUCHSTONE_URL: __, TOUCHSTONE_TOKEN: ___, ...env } = process.env;
    const { outputs, exitCode } = await runPage(blocks, {
      folder: join(folder, "work"),
      env: { ...env, PATH: `${join(folder, "bin")}:${env.PATH}` },
    });
    const printed = blocks.map(({ line }, index) => ({ line, output: mask(outputs[index] ?? "(not reached)") }));
    const expected = blocks.map(({ line, output }) => ({ line, output: mask(output ?? "") }));
    expect(printed).toEqual(expected);
    expect(exitCode).toBe(0);
  },
);
