import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPENAPI_FILE, openApiText } from "./openapi.ts";

test("packages/server/openapi.json is what the routes say now (npm run openapi writes it)", async () => {
  expect(readFileSync(OPENAPI_FILE, "utf8")).toBe(await openApiText());
});
