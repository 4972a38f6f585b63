import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiTypes, TYPES_FILE } from "./generate-api-types.ts";

test("src/api-types.ts is what the OpenAPI document says now (npm run client writes it)", async () => {
  expect(readFileSync(TYPES_FILE, "utf8")).toBe(await apiTypes());
});
