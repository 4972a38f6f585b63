import fc from "fast-check";
import { expect, test } from "vitest";
import { readReturnTo } from "./return-to.ts";

test.each([
  [undefined, "", "/"],
  [undefined, "/qc", "/qc/"],
  ["/qc/runs?x=1#top", "/qc", "/qc/runs?x=1#top"],
  ["/qc", "/qc", "/qc"],
])("%s under %s is %s", (text, basePath, path) => {
  expect(readReturnTo("/query/returnTo", text, basePath)).toBe(path);
});

test.each([
  ["//evil.example", ""],
  ["/\\evil.example", ""],
  ["/\t/evil.example", ""],
  ["/.//evil.example", ""],
  ["/qc/..//evil.example", ""],
  ["https://evil.example/", ""],
  ["/other", "/qc"],
  ["/qcx", "/qc"],
  ["/qc/../other", "/qc"],
])("%s under %s is refused", (text, basePath) => {
  expect(() => readReturnTo("/query/returnTo", text, basePath)).toThrow("/query/returnTo");
});

test("whatever is let through stays on the site", () => {
  const part = fc.constantFrom(
    "/",
    "\\",
    "..",
    ".",
    "evil.example",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "\n",
    "%2f",
    "http:",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      let path: string;
      try {
        path = readReturnTo("/query/returnTo", parts.join(""), "");
      } catch {
        return;
      }
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(new URL(path, "https://touchstone.example/a/b").origin).toBe("https://touchstone.example");
    }),
  );
});
