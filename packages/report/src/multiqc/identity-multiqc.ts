import type { IdentityDocument } from "@touchstone/model";
import { known, type MultiqcFile, type MultiqcHeader, multiqcFile, shownName } from "./section.ts";

const SHARE = { min: 0, max: 1, format: "{:,.4f}", scale: false } as const;

const HEADERS: Readonly<Record<string, MultiqcHeader>> = {
  identity: { title: "Identity", description: "The worst of the checks that the id is part of" },
  truth_set: { title: "Truth set", description: "As the samplesheet names it" },
  truth: { title: "To truth", description: "Share of sites that differ from the truth set", ...SHARE },
  same: { title: "To its own", description: "The largest share among sequencings of the same individual", ...SHARE },
  other: { title: "To others", description: "The smallest share among other individuals", ...SHARE },
  sex: { title: "Sex", description: "Declared sex against the depths of X and Y" },
  declared: { title: "Declared", description: "Sex of the samplesheet" },
  inferred: { title: "Inferred", description: "Sex by the depths of X and Y" },
  x_ratio: {
    title: "X ratio",
    description: "Depth of X / depth of autosomes",
    min: 0,
    format: "{:,.3f}",
    scale: false,
  },
  y_share: { title: "Y share", description: "Bases on Y / bases on X and Y", ...SHARE },
};

/** A check of identity as custom content of MultiQC: a table with a row for each sequencing. */
export function identityMultiqc({ samples, pairs, truths }: IdentityDocument): MultiqcFile[] {
  const title = "Touchstone: sample identity";
  const shares = (id: string, expected: "same" | "different") =>
    pairs
      .filter((pair) => (pair.first === id || pair.second === id) && pair.expected === expected)
      .flatMap(({ discordance }) => discordance ?? []);
  return [
    multiqcFile("touchstone_identity", {
      id: "touchstone_identity",
      section_name: title,
      description:
        "Whether samples are who the samplesheet says, by genotypes at sites of a panel and by the depths of the sex chromosomes. A cell is empty where nothing was measured.",
      plot_type: "table",
      pconfig: { id: "touchstone_identity_table", title, col1_header: "Sequencing" },
      headers: HEADERS,
      data: Object.fromEntries(
        samples.map(({ id, truthSet, identity, sex }) => [
          shownName(id),
          known({
            identity,
            truth_set: truthSet === null ? null : shownName(truthSet),
            truth: truths.find((truth) => truth.id === id)?.discordance,
            same: largest(shares(id, "same")),
            other: smallest(shares(id, "different")),
            sex: sex.state,
            declared: sex.declared,
            inferred: sex.inferred,
            x_ratio: sex.xRatio,
            y_share: sex.yShare,
          }),
        ]),
      ),
    }),
  ];
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function smallest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}
