import {
  type Expected,
  type ExpectedFile,
  isExpectedFile,
  isExpectedFolder,
  type NumberAssertion,
  type Value,
} from "./module-case.ts";

/** An expectation in which one thing is other than it was. */
export interface Altered {
  what: string;
  expected: readonly Expected[];
}

/** Of what a channel has to emit every alteration: each value, name and assertion in turn, and one item more. */
export function alterations(expected: readonly Expected[]): Altered[] {
  const more = { what: "an item more", expected: [...expected, "another"] };
  const each = expected.flatMap((item, index) =>
    alterationsOf(item).map(({ what, altered }) => ({ what, expected: expected.with(index, altered) })),
  );
  return [more, ...each];
}

interface Alteration {
  what: string;
  altered: Expected;
}

function alterationsOf(expected: Expected): Alteration[] {
  if (Array.isArray(expected)) {
    const list: readonly Expected[] = expected;
    return list.flatMap((element, index) =>
      alterationsOf(element).map(({ what, altered }) => ({ what, altered: list.with(index, altered) })),
    );
  }
  if (isExpectedFile(expected)) return fileAlterations(expected);
  if (isExpectedFolder(expected)) {
    const renamed = { what: `folder ${expected.folder}`, altered: { ...expected, folder: `${expected.folder}x` } };
    const files = expected.holds.flatMap((file, index) =>
      fileAlterations(file).map(({ what, altered }) => ({
        what,
        altered: { ...expected, holds: expected.holds.with(index, altered) },
      })),
    );
    return [renamed, ...files];
  }
  return [{ what: JSON.stringify(expected), altered: alteredValue(expected as Value) }];
}

function alteredValue(value: Value): Expected {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (value !== null && "matches" in (value as object)) return { matches: "no such value" };
  return value === null ? "something" : { ...(value as object), another: 1 };
}

function fileAlterations(file: ExpectedFile): (Alteration & { altered: ExpectedFile })[] {
  const { file: name, bytes, lines, contains, lacks, numbers, sha256, flagged, begins } = file;
  const alteration = (what: string, change: Partial<ExpectedFile>) => ({
    what: `${name}: ${what}`,
    altered: { ...file, ...change },
  });
  return [
    alteration("name", { file: `${name}x` }),
    ...(bytes === undefined ? [] : [alteration("bytes", { bytes: bytes + 1 })]),
    ...(lines === undefined ? [] : [alteration("lines", { lines: lines + 1 })]),
    ...(contains ?? []).map((text) => alteration(`contains ${text}`, { contains: [`${text}\u0001`] })),
    // Every content has the empty text.
    ...(lacks === undefined ? [] : [alteration("lacks", { lacks: [""] })]),
    ...(numbers ?? []).map((number) => alteration(number.find, { numbers: [alteredNumber(number)] })),
    ...(sha256 === undefined ? [] : [alteration("sha256", { sha256: "0".repeat(64) })]),
    ...Object.entries(flagged ?? {}).map(([flags, count]) =>
      alteration(`flags ${flags}`, { flagged: { [flags]: count + 1 } }),
    ),
    ...(begins === undefined ? [] : [alteration("begins", { begins: `x${begins}` })]),
  ];
}

/** Bounds that no number of a file is in. */
function alteredNumber({ find, equals, atLeast }: NumberAssertion): NumberAssertion {
  if (equals !== undefined) return { find, equals: equals + 1 };
  return atLeast === undefined ? { find, atMost: -1e12 } : { find, atLeast: 1e12 };
}
