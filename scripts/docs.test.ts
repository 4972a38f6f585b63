import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { run } from "../packages/cli/src/run.ts";
import { recordingEnvironment } from "../packages/cli/test/recording-environment.ts";
import { NOT_ASSESSED_REASONS } from "../packages/concordance/src/records/reasons.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = globSync(["*.md", "docs/**/*.md", "{packages,actions}/*/README.md", "{bench,test-support}/README.md"], {
  cwd: ROOT,
}).sort();

test("the pages are found", () => {
  expect(PAGES).toEqual(
    expect.arrayContaining(["README.md", "docs/methods/concordance.md", "packages/concordance/README.md"]),
  );
});

test.each(PAGES)("%s: every relative link leads somewhere", (page) => {
  const broken = linksOf(page).filter((link) => !isThere(page, link));
  expect(broken).toEqual([]);
});

test("the method explains every reason for which a record is not assessed", () => {
  const method = read("docs/methods/concordance.md");
  expect(NOT_ASSESSED_REASONS.filter((reason) => reason !== "" && !method.includes(`| \`${reason}\` |`))).toEqual([]);
});

test("the guide or the README shows every option of compare", async () => {
  const environment = recordingEnvironment();
  await run(["compare", "--help"], environment);
  const options = [...environment.out().matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(20);
  const pages = read("README.md") + read("docs/guides/compare.md");
  expect(options.filter((option) => !new RegExp(`${option}(?![a-z-])`).test(pages))).toEqual([]);
});

test("the tests that guard against each pitfall are there", () => {
  const rows = [
    ...read("docs/methods/pitfalls.md").matchAll(/^\| (\d*) \|.*\| \[[^\]]+\]\(\.\.\/\.\.\/([^)]+)\)(?:: (.*))? \|$/gm),
  ];
  const missing = rows.filter(([, , file, name]) => name !== undefined && !read(file as string).includes(name));
  expect(missing.map(([row]) => row)).toEqual([]);
  const numbers = rows.map(([, number]) => number).filter((number) => number !== "");
  expect(numbers).toEqual(Array.from({ length: 31 }, (_, index) => String(index + 1)));
});

test("no two decisions share a number", () => {
  const numbers = PAGES.filter((page) => page.startsWith("docs/adr/")).map((page) => page.slice(9, 13));
  expect(numbers).toEqual([...new Set(numbers)]);
});

/** Targets of the links in a page's text, without those that lead elsewhere. */
function linksOf(page: string): string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target as string)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The page without its code blocks. */
function prose(page: string): string {
  return read(page).replace(/^```.*?^```/gms, "");
}

function isThere(page: string, link: string): boolean {
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : relative(ROOT, resolve(ROOT, dirname(page), path as string));
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || headings(target).includes(anchor);
}

/** The anchors of a page's headings, as GitHub makes them. */
function headings(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}
