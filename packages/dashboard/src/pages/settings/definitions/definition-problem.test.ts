import { ClientError } from "@touchstone/client";
import { describe, expect, test } from "vitest";
import { definitionProblemOf, lineRange } from "./definition-problem.ts";

describe("the place of a problem", () => {
  test("is what the server's message begins with", () => {
    const message = 'definition:7, column 3 (thresholds.0.score): "f2" is none of precision, recall, f1';
    expect(definitionProblemOf(new ClientError("TS_DEFINITION_INVALID", message))).toEqual({
      line: 7,
      column: 3,
      message: '"f2" is none of precision, recall, f1',
    });
  });

  test("is there for a text that cannot be read at all", () => {
    const message = "definition:1, column 8: Flow sequence must end with a ]";
    expect(definitionProblemOf(new ClientError("TS_DEFINITION_INVALID", message))).toMatchObject({
      line: 1,
      column: 8,
    });
  });

  test("is null for anything else", () => {
    expect(definitionProblemOf(new ClientError("TS_CONFLICT", "the newest version of a is 2"))).toBeNull();
    expect(definitionProblemOf(new Error("definition:1, column 1: no"))).toBeNull();
  });
});

test("a line's range selects the line and nothing more", () => {
  const text = "one\n\nthree\nfour";
  const lines = [1, 2, 3, 4].map((line) => text.slice(...lineRange(text, line)));
  expect(lines).toEqual(["one", "", "three", "four"]);
});
