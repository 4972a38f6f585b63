import type { IdentityDocument } from "@touchstone/model";
import { type TextColumn, textTable, wrap } from "./text-table.ts";

const WIDTH = 100;

const SAMPLE_COLUMNS: readonly TextColumn[] = [
  { title: "id", width: 40 },
  { title: "identity" },
  { title: "sex" },
  { title: "declared" },
  { title: "inferred" },
];

/** A check of identity for people: its state, each id, and every check that does not match with its reason. */
export function identityText(result: IdentityDocument): string {
  const { state, samples, explanations } = result;
  const rows = samples.map(({ id, identity, sex }) => [id, identity, sex.state, sex.declared, sex.inferred ?? "-"]);
  const reasons = reasonsOf(result);
  const alternatives = explanations.length > 1 ? ["Either of these alone would explain all mismatches:"] : [];
  return [
    `Identity of ${samples.length} sequencing${samples.length === 1 ? "" : "s"}: ${state}`,
    "",
    ...textTable(SAMPLE_COLUMNS, rows, WIDTH),
    ...(reasons.length === 0 ? [] : ["", ...reasons.flatMap((reason) => wrap(reason, WIDTH, "- "))]),
    ...(explanations.length === 0 ? [] : ["", ...alternatives]),
    ...explanations.flatMap(({ sentence }) => wrap(`${sentence}.`, WIDTH, "> ")),
    "",
  ].join("\n");
}

/** Mismatches first. */
function reasonsOf({ samples, pairs, truths }: IdentityDocument): string[] {
  const checks = [
    ...truths.map(({ id, truthSet, ...check }) => ({ of: `${id} and truth set ${truthSet}`, ...check })),
    ...pairs.map(({ first, second, ...check }) => ({ of: `${first} and ${second}`, ...check })),
    ...samples.map(({ id, sex }) => ({ of: `sex of ${id}`, state: sex.state, reason: sex.reason })),
  ];
  return (["mismatch", "not evaluable"] as const).flatMap((wanted) =>
    checks.filter(({ state }) => state === wanted).map(({ of, reason }) => `${of}: ${wanted}: ${reason}`),
  );
}
