import { panelPositions } from "./individual.ts";

const CONTIG = "chrT";
const [GOOD, BAD] = [5, -5];

/** What VariantRecalibrator says of the panel's sites: good scores (5) in the first half, bad ones (-5) in the second. */
export function modelVcf(reference: string): string {
  const sites = panelPositions(reference).map((position) => {
    const score = position < reference.length / 2 ? GOOD : BAD;
    const info = `END=${position + 1};VQSLOD=${score.toFixed(4)};culprit=QD`;
    return [CONTIG, position + 1, ".", "N", "<VQSR>", ".", ".", info].join("\t");
  });
  return [
    "##fileformat=VCFv4.2",
    '##ALT=<ID=VQSR,Description="A site of the model">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="Last position">',
    '##INFO=<ID=VQSLOD,Number=1,Type=Float,Description="Log odds of being true">',
    '##INFO=<ID=culprit,Number=1,Type=String,Description="Annotation that was worst">',
    `##contig=<ID=${CONTIG},length=${reference.length}>`,
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
    ...sites,
    "",
  ].join("\n");
}

/** Tranches of the model: a sensitivity of 99% from a score of 0 on, of 100% from -10 on. */
export const MODEL_TRANCHES: string = [
  "# Variant quality score tranches file",
  "# Version number 5",
  "targetTruthSensitivity,numKnown,numNovel,knownTiTv,novelTiTv,minVQSLod,filterName,model,accessibleTruthSites,callsAtTruthSites,truthSensitivity",
  "99.00,0,9,0.0000,0.0000,0.0000,VQSRTrancheSNP0.00to99.00,SNP,9,9,0.9900",
  "100.00,0,19,0.0000,0.0000,-10.0000,VQSRTrancheSNP99.00to100.00,SNP,9,9,1.0000",
  "",
].join("\n");
