import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type TouchstoneClient } from "@touchstone/client";
import { adminTokenFile, prepareFirstStart } from "@touchstone/server";
import { dataFolderPaths } from "@touchstone/store";
import { injectFetch, openLocalServer } from "touchstone/in-process";
import { type BuiltYear, buildYear } from "../src/year/build-year.ts";

/** A year that was built, and the API over it. */
export interface OpenedYear extends BuiltYear {
  readonly client: TouchstoneClient;
  remove(): Promise<void>;
}

/** Builds the year that ends before a day and opens its records. */
export async function openYear(seed: number, today: string): Promise<OpenedYear> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-year-"));
  const year = await buildYear({ folder, seed, today: new Date(today) });
  const { context, server, close } = await openLocalServer(
    { dataFolder: folder },
    { objects: dataFolderPaths(folder).objects },
  );
  await prepareFirstStart(context, { dataFolder: folder });
  const token = readFileSync(adminTokenFile(folder), "utf8").trim();
  return {
    ...year,
    client: createClient({ url: "http://localhost", token, fetch: injectFetch(server) }),
    remove: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
