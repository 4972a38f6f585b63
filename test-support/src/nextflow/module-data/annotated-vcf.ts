const CONTIG = "chrT";
const BASES = "ACGT";

type Kind = "snv" | "insertion" | "deletion" | "mixed" | "star";
type Annotations = Readonly<Record<string, string | null>>;

/** Annotations that pass every filter; FS, SOR and the rank sums say nothing of a bias. */
const GOOD: Annotations = {
  QD: "20.00",
  FS: "0.000",
  SOR: "0.700",
  MQ: "60.00",
  MQRankSum: "0.000",
  ReadPosRankSum: "0.100",
};

/**
 * Kinds of sites with what differs from good annotations; null leaves one out. The record of the first has a QUAL of 101,
 * the next 102 and so on, by which the cases of gatk4/variantfiltration find them; the last two have too little.
 */
const SITES: readonly (readonly [Kind, Annotations])[] = [
  ["snv", {}],
  ["insertion", {}],
  ["deletion", {}],
  ["mixed", {}],
  ["star", {}],
  ["snv", { SOR: "3.001" }],
  ["mixed", { SOR: "3.001" }],
  ["star", { SOR: "3.001" }],
  ["insertion", { SOR: "3.001" }],
  ["deletion", { SOR: "3.001" }],
  ["snv", { FS: "60.001" }],
  ["mixed", { FS: "60.001" }],
  ["star", { FS: "60.001" }],
  ["insertion", { FS: "60.001" }],
  ["deletion", { FS: "60.001" }],
  ["snv", { MQ: "39.99" }],
  ["mixed", { MQ: "39.99" }],
  ["star", { MQ: "39.99" }],
  ["insertion", { MQ: "39.99" }],
  ["deletion", { MQ: "39.99" }],
  ["snv", { MQRankSum: "-12.501" }],
  ["mixed", { MQRankSum: "-12.501" }],
  ["star", { MQRankSum: "-12.501" }],
  ["insertion", { MQRankSum: "-12.501" }],
  ["deletion", { MQRankSum: "-12.501" }],
  ["snv", { ReadPosRankSum: "-8.001" }],
  ["mixed", { ReadPosRankSum: "-8.001" }],
  ["star", { ReadPosRankSum: "-8.001" }],
  ["insertion", { ReadPosRankSum: "-8.001" }],
  ["deletion", { ReadPosRankSum: "-8.001" }],
  ["snv", { QD: "1.99" }],
  ["snv", { QD: "2.00" }],
  ["insertion", { QD: "1.99" }],
  ["insertion", { QD: "2.00" }],
  ["mixed", { QD: "1.99" }],
  ["mixed", { QD: "2.00" }],
  ["insertion", { FS: "200.001" }],
  ["insertion", { ReadPosRankSum: "-20.001" }],
  ["insertion", { FS: "200.000", ReadPosRankSum: "-20.000" }],
  ["deletion", { FS: "200.001" }],
  ["deletion", { ReadPosRankSum: "-20.001" }],
  ["deletion", { FS: "200.000", ReadPosRankSum: "-20.000" }],
  ["mixed", { FS: "200.001" }],
  ["mixed", { ReadPosRankSum: "-20.001" }],
  ["snv", { SOR: "3.000", FS: "60.000", MQ: "40.00", MQRankSum: "-12.500", ReadPosRankSum: "-8.000" }],
  ["snv", { MQRankSum: null, ReadPosRankSum: null }],
  ["deletion", { MQRankSum: null, ReadPosRankSum: null }],
  ["snv", { QD: "1.00", FS: "70.000", MQRankSum: null }],
];
const LOW_QUALITY = ["29.99", "28.99"];
const FIRST_QUALITY = 101;
const SPACING = 50;

/** VCF of heterozygous calls whose annotations stand on either side of each hard filter, by type of site. */
export function annotatedVcf(reference: string): string {
  const at = (position: number, length = 1) => reference.slice(position - 1, position - 1 + length);
  const other = (position: number, steps = 1) => BASES[(BASES.indexOf(at(position)) + steps) % BASES.length] as string;
  const alleles: Readonly<Record<Kind, (position: number) => readonly [string, string]>> = {
    snv: (position) => [at(position), other(position)],
    insertion: (position) => [at(position), `${at(position)}GG`],
    deletion: (position) => [at(position, 3), at(position)],
    mixed: (position) => [at(position), `${other(position)},${at(position)}TT`],
    star: (position) => [at(position), `${other(position)},*`],
  };
  const line = (kind: Kind, quality: string, annotations: Annotations, place: number) => {
    const position = SPACING * (place + 1);
    const [ref, alt] = alleles[kind](position);
    const info = Object.entries({ ...GOOD, ...annotations }).flatMap(([key, value]) =>
      value === null ? [] : [`${key}=${value}`],
    );
    const genotype = alt.includes(",") ? "1/2" : "0/1";
    return [CONTIG, position, ".", ref, alt, quality, ".", info.join(";"), "GT", genotype].join("\t");
  };
  const lines = [
    ...SITES.map(([kind, annotations], place) => line(kind, `${FIRST_QUALITY + place}`, annotations, place)),
    ...LOW_QUALITY.map((quality, place) => line(place === 0 ? "snv" : "deletion", quality, {}, SITES.length + place)),
  ];
  return [
    "##fileformat=VCFv4.2",
    `##contig=<ID=${CONTIG},length=${reference.length}>`,
    '##ALT=<ID=*,Description="A deletion that began before">',
    ...Object.keys(GOOD).map((key) => `##INFO=<ID=${key},Number=1,Type=Float,Description="${key}">`),
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", "A"].join("\t"),
    ...lines,
    "",
  ].join("\n");
}
