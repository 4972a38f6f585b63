import { expect, test } from "vitest";
import { validationReport } from "../src/index.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";
import { validationInput } from "./validation-example.ts";

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;

const notesOf = (input = validationInput("A")) =>
  [...parsePage(validationReport(input)).querySelectorAll("ul.notes li")].map(({ textContent }) => textContent);

test("text of the records is text everywhere", () => {
  const root = expectInert(validationReport(validationInput(HOSTILE)));
  expect(root.querySelector("h1")?.textContent).toBe(`${HOSTILE} ${HOSTILE} for ${HOSTILE}`);
  expectTextsOfValues(root);
});

test("the outcome is counted, and nothing that could not be evaluated is met", () => {
  const root = parsePage(validationReport(validationInput("A")));
  expect(root.querySelector("dl.facts")?.textContent).toContain(
    "acceptance criteria: 1 met, 1 not met, 2 not evaluable, of 4",
  );
  const texts = tableRows(root, "Acceptance criteria").map(({ text }) => text);
  expect(texts.map((text) => /(interval|estimate)(met|not met|not evaluable)/.exec(text)?.[0])).toEqual([
    "intervalmet",
    "estimatenot evaluable",
    "estimatenot met",
    "estimatenot evaluable",
  ]);
  expect(validationReport({ ...validationInput("A"), criteria: [] })).toContain(
    "not evaluable: no acceptance criterion is in force",
  );
});

test("scores stand with their intervals, those of strata too", () => {
  const root = parsePage(validationReport(validationInput("A")));
  expect(tableRows(root, "A, A, against A A: all that was compared")[0]?.values).toEqual([
    9990, 10, 7, 0.999, 0.998, 0.9995, 0.99999, 0.99, 1,
  ]);
  expect(tableRows(root, "A, A, against A A: by stratum")[0]?.values.slice(3, 6)).toEqual([1, 0.883, 1]);
});

test("limitations name what was not evaluated, too small, excluded and not known", () => {
  const notes = notesOf();
  expect(notes).toContain("precision of A (routine) was judged in no comparison.");
  expect(notes).toContain(
    "A, A, against A A: fewer than the 381 truth records that any criterion asks for, of A in A.",
  );
  expect(notes).toContain("A, A, against A A: 12 truth records were not assessed, A.");
  expect(notes.some((note) => note.includes("no confident regions were given"))).toBe(true);
  expect(notes).toContain("The assay version is draft: its limits are not in force.");
  expect(notes).toContain("Run A is failed.");
  expect(notes).toContain("Reproducibility, study A: A");
});

test("without comparisons and studies it says that nothing was assessed", () => {
  const empty = { ...validationInput("A"), comparisons: [], studies: [], truthSets: [], criteria: [], runs: [] };
  const notes = notesOf(empty);
  expect(notes).toContain("Accuracy was not assessed: there is no comparison with a truth set.");
  expect(notes).toContain("Reproducibility was not assessed: there is no study of replicates.");
  expect(parsePage(validationReport(empty)).textContent).toContain("nothing can be accepted by it");
});

test("versions and inputs stand with their hashes, and who approves decides", () => {
  const page = validationReport(validationInput("A"));
  for (const digit of "12456789") expect(page).toContain(digit.repeat(64));
  expect(page).toContain("3".repeat(40));
  const root = parsePage(page);
  expect(tableRows(root, "Decision, to be marked by who approves")).toHaveLength(3);
  expect([...root.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
    "Acceptance criteria and outcome",
    "Limitations",
    "Truth sets",
    "Accuracy",
    "Reproducibility",
    "Versions and inputs",
    "Methods",
    "Statement",
    "Signatures",
  ]);
});
