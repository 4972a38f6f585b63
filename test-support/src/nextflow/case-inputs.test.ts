import { expect, test } from "vitest";
import { inputExpression } from "./case-inputs.ts";

test("values, files of the test data and emitted elements become Groovy", () => {
  expect(inputExpression([{ id: "A", lane: 1 }, [{ file: "a.bam" }], []])).toBe(
    "[[id: 'A', lane: 1], [file(params.module_data + '/a.bam', checkIfExists: true)], []]",
  );
  expect(inputExpression([{ id: "it's $x" }, { output: "M_N.table", element: 1 }], (name) => `${name}_1`)).toBe(
    "M_N_1.out.table.map { made -> [[id: 'it\\'s $x'], made[1]] }",
  );
});

test("elements of two channels cannot be of one input", () => {
  const input = [
    { output: "M.a", element: 0 },
    { output: "M.b", element: 0 },
  ];
  expect(() => inputExpression(input)).toThrow("elements of M.a and M.b");
});
