import { expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

test("statements end with a semicolon, the last also without", () => {
  expect(splitStatements("select 1;\nselect 2 ; select 3")).toEqual(["select 1", "select 2", "select 3"]);
});

test("a semicolon in comments, quotes and dollar quotes ends nothing", () => {
  const statements = [
    "select 'it''s; fine'",
    'select 1 as "a;b"',
    "create function f() returns text language sql as $$ select ';'; $$",
    "create function g() returns text language sql as $body$ select '$$;'; $body$",
    "select 1 -- one; two\n  + 1",
    "select /* ; */ 2",
  ];
  expect(splitStatements(statements.join(";\n"))).toEqual(statements);
});

test("what holds no statement gives none", () => {
  expect(splitStatements(" -- nothing; at all\n;; /* ; */ ")).toEqual([]);
});
