import { expect, test } from "vitest";
import { openApiDocument } from "../openapi-document.ts";
import { corrected } from "./openapi-corrections.ts";

const read = (value: object) => JSON.parse(JSON.stringify(value), corrected);

test("what has a default is not required", () => {
  const limit = { name: "limit", required: true, schema: { type: "integer", default: 50 } };
  const properties = { sort: { type: "string", default: "at" }, run: { type: "string" } };
  expect(read({ parameters: [limit], schema: { required: ["sort", "run"], properties } })).toEqual({
    parameters: [{ ...limit, required: false }],
    schema: { required: ["run"], properties },
  });
});

test("a list with a schema for each place is written as JSON Schema 2020-12 writes it", () => {
  const items = [{ type: "number" }, { type: "string" }];
  expect(read({ type: "array", items, additionalItems: false, minItems: 2 })).toEqual({
    type: "array",
    prefixItems: items,
    items: false,
    minItems: 2,
  });
  const alike = { type: "array", items: { type: "number" } };
  expect(read(alike)).toEqual(alike);
});

test("a body that may be anything may be missing; one with a schema may not, nor a file", () => {
  const body = (type: string, schema: object) => ({ required: true, content: { [type]: { schema } } });
  expect(read(body("application/json", { description: "Any." })).required).toBe(false);
  expect(read(body("application/json", { type: "object" })).required).toBe(true);
  expect(read(body("application/octet-stream", { description: "The file." })).required).toBe(true);
});

test("the document has no schema of another version of JSON Schema than its own", async () => {
  const text = JSON.stringify(await openApiDocument("0.0.0-test"));
  expect(text).toContain('"prefixItems":');
  expect(text).not.toMatch(/"items":\[|"additionalItems":|"definitions":|"\$id":/);
});
