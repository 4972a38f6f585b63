import { buildServer } from "@touchstone/server";
import { openObjectStore } from "@touchstone/store";
import type { BenchServer } from "./bench-server.ts";
import { benchSettings } from "./bench-settings.ts";

/** A statement as it goes to the database. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What a request runs. */
export interface CapturedRequest {
  readonly path: string;
  readonly statements: readonly Statement[];
}

/** The statements that requests run, of a server that nobody else asks; those of a second time, when all is known once. */
export async function captureStatements(server: BenchServer, paths: readonly string[]): Promise<CapturedRequest[]> {
  const log: Statement[] = [];
  const plain = server.database.kysely;
  const kysely = plain.withPlugin({
    transformQuery: ({ node, queryId }) => {
      const { sql, parameters } = plain.getExecutor().compileQuery(node, queryId);
      log.push({ sql, parameters });
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const database = { ...server.database, kysely };
  const objects = await openObjectStore(process.cwd());
  const api = await buildServer({ database, objects, settings: benchSettings, now: () => new Date() });
  const captured: CapturedRequest[] = [];
  try {
    for (const path of paths) {
      for (let time = 0; time < 2; time++) {
        log.length = 0;
        const answer = await api.inject({ method: "GET", url: `/api/v1${path}`, headers: { ...server.headers } });
        if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
      }
      captured.push({ path, statements: [...log] });
    }
  } finally {
    await api.close();
  }
  return captured;
}
