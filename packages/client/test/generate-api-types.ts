import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";

const OPENAPI_FILE = join(import.meta.dirname, "../../server/openapi.json");

/** Where the types of the API are kept. */
export const TYPES_FILE: string = join(import.meta.dirname, "../src/api-types.ts");

/** What that file has to hold, from the OpenAPI document as it is now. */
export async function apiTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(OPENAPI_FILE, "utf8"));
  const nodes = await openapiTypescript(document, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  return `// Made from packages/server/openapi.json (npm run client).\n${astToString(nodes)}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(TYPES_FILE, await apiTypes());
