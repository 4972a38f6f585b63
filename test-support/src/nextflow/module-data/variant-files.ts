import { genotype, type Individual, panelAlternative, panelPositions } from "./individual.ts";

const CONTIG = "chrT";

function header(reference: string, fields: readonly string[], samples: readonly string[]): string {
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];
  if (samples.length > 0) columns.push("FORMAT", ...samples);
  return [
    "##fileformat=VCFv4.2",
    `##contig=<ID=${CONTIG},length=${reference.length}>`,
    ...fields,
    columns.join("\t"),
    "",
  ].join("\n");
}

const GT = '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">';

/** VCF of the panel's sites, with the genotypes of the individuals where any are given. */
export function panelVcf(reference: string, individuals: readonly Individual[]): string {
  const lines = panelPositions(reference).map((position) => {
    const columns = [
      CONTIG,
      position + 1,
      ".",
      reference[position],
      panelAlternative(reference, position),
      ".",
      "PASS",
      ".",
    ];
    const genotypes = individuals.map(({ differences }) => {
      const found = differences.find((difference) => difference.position === position);
      return found === undefined ? "0/0" : genotype(found);
    });
    return [...columns, ...(genotypes.length > 0 ? ["GT", ...genotypes] : [])].join("\t");
  });
  const samples = individuals.map(({ id }) => id);
  return `${header(reference, individuals.length > 0 ? [GT] : [], samples)}${lines.join("\n")}\n`;
}

/** VCF of all that an individual has otherwise than the reference. */
export function truthVcf(reference: string, { id, differences }: Individual): string {
  const lines = differences
    .filter(({ haplotypes }) => haplotypes.includes(true))
    .map((difference) =>
      [
        CONTIG,
        difference.position + 1,
        ".",
        difference.reference,
        difference.alternative,
        ".",
        "PASS",
        ".",
        "GT",
        genotype(difference),
      ].join("\t"),
    );
  return `${header(reference, [GT], [id])}${lines.join("\n")}\n`;
}

const JOINT_FIELDS = [
  '##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count in genotypes">',
  '##INFO=<ID=AN,Number=1,Type=Integer,Description="Number of alleles in genotypes">',
  '##ALT=<ID=*,Description="A deletion that began before">',
  GT,
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
];

/**
 * VCF of A and B as a joint caller writes it. Of eight sites A is called otherwise than the reference at six, at one of
 * them (a site with *) only for a deletion that began before; B at five.
 */
export function jointVcf(reference: string): string {
  const at = (position: number, length = 1): string => reference.slice(position - 1, position - 1 + length);
  const other = (position: number, steps: number): string =>
    "ACGT"["ACGT".indexOf(at(position)) + steps - ("ACGT".indexOf(at(position)) + steps > 3 ? 4 : 0)];
  const site = (position: number, ref: string, alt: string, info: string, a: string, b: string): string =>
    [CONTIG, position, ".", ref, alt, "900", "PASS", info, "GT:AD:DP", a, b].join("\t");
  const lines = [
    site(1000, at(1000), other(1000, 1), "AC=3;AN=4", "0/1:14,16:30", "1/1:0,31:31"),
    site(2000, at(2000), other(2000, 1), "AC=2;AN=4", "0/0:30,0:30", "1/1:0,29:29"),
    site(3000, at(3000), `${other(3000, 1)},${other(3000, 2)}`, "AC=1,1;AN=4", "0/1:15,15,0:30", "0/2:15,0,15:30"),
    site(4000, at(4000, 4), at(4000), "AC=1;AN=4", "0/1:15,15:30", "0/0:30,0:30"),
    site(4002, at(4002), `${other(4002, 1)},*`, "AC=1,1;AN=4", "0/2:15,0,15:30", "0/1:15,15,0:30"),
    site(5000, at(5000), `${at(5000)}GG`, "AC=2;AN=4", "1/1:1,29:30", "0/0:30,0:30"),
    site(6000, at(6000), other(6000, 1), "AC=1;AN=2", "./.:0,0:0", "0/1:15,15:30"),
    site(7000, at(7000), `${other(7000, 1)},${other(7000, 2)}`, "AC=1,1;AN=2", "1/2:0,15,15:30", "./.:0,0,0:0"),
  ];
  return `${header(reference, JOINT_FIELDS, ["A", "B"])}${lines.join("\n")}\n`;
}
