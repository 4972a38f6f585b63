import { expect, test } from "vitest";
import { openApiDocument } from "../src/openapi-document.ts";

interface Document {
  readonly paths: Record<string, Record<string, { operationId: string; requestBody?: unknown; parameters?: unknown }>>;
}

/** Places of whole numbers without a bound, which a record's column or JSON itself could not hold. */
function unboundedIntegers(schema: unknown, place: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { type, maximum, exclusiveMaximum } = schema as Record<string, unknown>;
  const largest = Number(maximum ?? exclusiveMaximum ?? Number.POSITIVE_INFINITY);
  const own = type === "integer" && largest > Number.MAX_SAFE_INTEGER ? [place] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => unboundedIntegers(value, `${place}/${key}`))];
}

test("every whole number of a request has a largest value, so that none meets one that it cannot keep", async () => {
  const { paths } = (await openApiDocument("0.0.0-test")) as Document;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const unbounded = operations.flatMap(({ operationId, requestBody, parameters }) =>
    unboundedIntegers({ requestBody, parameters }, operationId),
  );
  expect(unbounded).toEqual([]);
  expect(operations.length).toBeGreaterThan(30);
});
