import {
  GENOTYPE_ABSENT,
  GENOTYPE_HALFCALL,
  GENOTYPE_HEMI,
  GENOTYPE_HET,
  GENOTYPE_HETALT,
  GENOTYPE_HOMALT,
  GENOTYPE_HOMREF,
  GENOTYPE_NOCALL,
  GENOTYPE_POLYPLOID,
  genotypeClassOf,
  INDEL_SUBTYPES,
  indelSubtypesOf,
  TYPE_INDEL,
  TYPE_SNP,
  transitionsOf,
  transversionsOf,
  variantTypeOf,
} from "./variant-class.ts";

const GENOTYPE_NAMES: readonly string[] = genotypeNames();
const BI_NAMES: readonly string[] = INDEL_SUBTYPES.map((name) => name.toLowerCase());

const subtypeLabels = new Map<number, string>();

/**
 * `BVT` of the GA4GH VCF, as hap.py prints it: `SNP`, `INDEL`, `HOMREF`, `NOCALL`, or `UNK` for a call of
 * alleles whose sequence is not given.
 */
export function variantTypeLabel(variantClass: number): string {
  const type = variantTypeOf(variantClass);
  if (type === TYPE_SNP) return "SNP";
  if (type === TYPE_INDEL) return "INDEL";
  const genotype = genotypeClassOf(variantClass);
  if (genotype === GENOTYPE_NOCALL) return "NOCALL";
  return genotype === GENOTYPE_HOMREF ? "HOMREF" : "UNK";
}

/** `BI`: the subtypes in alphabetical order, comma-separated (`ti`, `tv`, `i1_5`, `c16_plus`), `.` for none. */
export function subtypeLabel(variantClass: number): string {
  let label = subtypeLabels.get(variantClass);
  if (label === undefined) {
    label = joinSubtypes(variantClass);
    subtypeLabels.set(variantClass, label);
  }
  return label;
}

/**
 * `BLT`: `het`, `homalt`, `hetalt`, `hemi`, `homref`, `halfcall`, `nocall`, `ambi` (more than two haplotypes),
 * and `.` for a record without genotype.
 */
export function genotypeLabel(variantClass: number): string {
  return GENOTYPE_NAMES[genotypeClassOf(variantClass)];
}

function joinSubtypes(variantClass: number): string {
  const subtypes = indelSubtypesOf(variantClass);
  const names = BI_NAMES.filter((_, bit) => (subtypes & (1 << bit)) !== 0);
  if (transitionsOf(variantClass) > 0) names.push("ti");
  if (transversionsOf(variantClass) > 0) names.push("tv");
  return names.length === 0 ? "." : names.sort().join(",");
}

function genotypeNames(): string[] {
  const names: string[] = [];
  names[GENOTYPE_ABSENT] = ".";
  names[GENOTYPE_HOMREF] = "homref";
  names[GENOTYPE_HET] = "het";
  names[GENOTYPE_HETALT] = "hetalt";
  names[GENOTYPE_HOMALT] = "homalt";
  names[GENOTYPE_HEMI] = "hemi";
  names[GENOTYPE_HALFCALL] = "halfcall";
  names[GENOTYPE_NOCALL] = "nocall";
  names[GENOTYPE_POLYPLOID] = "ambi";
  return names;
}
