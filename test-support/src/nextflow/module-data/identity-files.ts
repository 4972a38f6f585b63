const IDS = ["A_R1", "A_R2", "B_R1", "B_R2"];
const TRUTHS = ["TA", "TB"];
const COMPARED = 40;
const [SAME, DIFFERENT] = [1, 24];

/**
 * The table of the module bcftools/gtcheck for two sequencings each of A and B: of 40 sites one differs within an
 * individual and 24 between them.
 *
 * @param exchanged two ids whose tubes were exchanged; none when left out
 */
export function gtcheckTable(exchanged: readonly string[] = []): string {
  const individual = (name: string) => {
    const label = exchanged.includes(name) ? (exchanged.find((other) => other !== name) ?? name) : name;
    return label.includes("A") ? "A" : "B";
  };
  const row = (query: string, genotyped: string, against: string) => {
    const discordant = individual(query) === individual(genotyped) ? SAME : DIFFERENT;
    return [query, genotyped, against, discordant, COMPARED].join("\t");
  };
  const pairs = IDS.flatMap((id, place) => IDS.slice(0, place).map((other) => row(id, other, "samples")));
  const truths = IDS.flatMap((id) => TRUTHS.map((truth) => row(id, truth, "panel")));
  const header = ["query", "genotyped", "against", "discordant_sites", "compared_sites"].join("\t");
  return [header, ...pairs, ...truths, ""].join("\n");
}

/** The samplesheet of these sequencings as JSON, as `touchstone run` hands it to Nextflow. */
export function identitySheet(): string {
  const rows = IDS.map((id) => {
    const [sample = "", replicate = ""] = id.split("_R");
    return { sample, replicate, sex: sample === "A" ? "female" : "unknown", lane: "L1", truth_set: `T${sample}` };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** mosdepth's summary of a woman's genome at 30x: chromosomes 20, X and Y of GRCh38. */
export function depthSummary(): string {
  const rows = [
    ["chr20", 64_444_167, 1_933_325_010, "30.00"],
    ["chrX", 156_040_895, 4_603_206_403, "29.50"],
    ["chrY", 57_227_415, 17_168_225, "0.30"],
    ["total", 277_712_477, 6_553_699_638, "23.60"],
  ];
  return [["chrom", "length", "bases", "mean"], ...rows]
    .map((row, place) => [...row, ...(place === 0 ? ["min", "max"] : [0, 90])].join("\t"))
    .map((line) => `${line}\n`)
    .join("");
}
