import { expect, test } from "vitest";
import { FormatError } from "./error.ts";
import { packError, unpackError } from "./pack-error.ts";

class OwnError extends Error {
  readonly code: "TS_OWN" | "TS_INTERNAL";
  readonly details: { readonly line?: number };

  constructor(code: "TS_OWN" | "TS_INTERNAL", message: string, details: object = {}, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.details = details;
  }
}

/** What arrives of an error that is thrown in another thread. */
function posted(error: unknown): Error {
  return unpackError(structuredClone(packError(error, OwnError)), OwnError);
}

test("errors with codes arrive as they were", () => {
  const own = posted(new OwnError("TS_OWN", "what", { line: 3 }));
  expect(own).toBeInstanceOf(OwnError);
  expect(own).toMatchObject({ code: "TS_OWN", message: "what", details: { line: 3 } });
  const format = posted(new FormatError("TS_VCF_MALFORMED", "how", { file: "f", line: 4 }));
  expect(format).toBeInstanceOf(FormatError);
  expect(format).toMatchObject({ code: "TS_VCF_MALFORMED", message: "how", details: { file: "f", line: 4 } });
});

test("others become internal errors that keep the stack", () => {
  const thrown = new RangeError("out of bounds");
  const internal = posted(thrown);
  expect(internal).toBeInstanceOf(OwnError);
  expect(internal).toMatchObject({ code: "TS_INTERNAL", message: "out of bounds", cause: thrown.stack });
  expect(posted("a text")).toMatchObject({ code: "TS_INTERNAL", message: "a text" });
});
