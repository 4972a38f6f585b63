import type { CommandEntry } from "../command.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "compare",
    summary: "compare a query VCF with a truth VCF, haplotype-aware",
    load: () => import("./compare.ts"),
  },
];
