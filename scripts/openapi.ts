import { join } from "node:path";
import { openApiDocument } from "@touchstone/server";
import manifest from "../package.json" with { type: "json" };

/** Where the document is kept; clients are generated from it. */
export const OPENAPI_FILE: string = join(import.meta.dirname, "../packages/server/openapi.json");

/** What the file has to hold. */
export async function openApiText(): Promise<string> {
  return `${JSON.stringify(await openApiDocument(manifest.version), null, 2)}\n`;
}
