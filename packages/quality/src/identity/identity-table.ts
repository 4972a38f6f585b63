import type { IdentityDocument } from "@touchstone/model";

const HEADER = ["check", "id", "other", "expected", "compared_sites", "discordance", "state", "reason"];

/** The checks of a result as a tab-separated table with a header, one row each. Empty where there is no number. */
export function identityTable({ samples, pairs, truths }: IdentityDocument): string {
  const rows = [
    ...truths.map(({ id, truthSet, compared, discordance, state, reason }) => {
      return ["truth", id, truthSet, "same", compared, shown(discordance), state, reason];
    }),
    ...pairs.map(({ first, second, expected, compared, discordance, state, reason }) => {
      return ["pair", first, second, expected, compared, shown(discordance), state, reason];
    }),
    ...samples.map(({ id, sex }) => ["sex", id, sex.inferred, sex.declared, null, null, sex.state, sex.reason]),
  ];
  return [HEADER, ...rows].map((row) => `${row.map((cell) => cell ?? "").join("\t")}\n`).join("");
}

function shown(discordance: number | null): string | null {
  return discordance === null ? null : discordance.toFixed(4);
}
