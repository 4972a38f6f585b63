import { paragraph, references } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";

const HOW_IT_IS_DECIDED =
  "Records of the two call sets are compared by the sequences that they spell, not as text (Cleary et al. 2015). Records whose extents lie fewer than 50 bases apart are decided together: a search over haplotypes includes the largest number of truth and query records such that both sides spell the same sequence on every haplotype; what it includes is a true positive, the rest is FN or FP. Regions, labels and counts follow the GA4GH recommendations (Krusche et al. 2019): a query record outside the confident regions is UNK, a truth record outside is not counted, and each input record is one count on its own side.";

const HOW_IT_IS_COUNTED =
  "Recall is the share of truth records that were found, precision the share of judged query records that are right, F1 their harmonic mean. Intervals are Wilson's (1927), and Jeffreys' in addition, both at 95 % as recommended by Brown, Cai and DasGupta (2001). They take records as independent, which neighbouring variants are not: they are lower bounds of the uncertainty. Where there is nothing to divide by there is no number. The full method, its limits and its differences from other programs are in docs/methods/concordance.md of this version of Touchstone.";

const REFERENCES = [
  {
    text: "Cleary JG, Braithwaite R, Gaastra K, et al. (2015) Comparing variant call files for performance benchmarking of next-generation sequencing variant calling pipelines. bioRxiv 023754.",
    doi: "10.1101/023754",
  },
  {
    text: "Krusche P, Trigg L, Boutros PC, et al. (2019) Best practices for benchmarking germline small-variant calls in human genomes. Nature Biotechnology 37:555-560.",
    doi: "10.1038/s41587-019-0054-x",
  },
  {
    text: "Wilson EB (1927) Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22:209-212.",
    doi: "10.1080/01621459.1927.10502953",
  },
  {
    text: "Brown LD, Cai TT, DasGupta A (2001) Interval estimation for a binomial proportion. Statistical Science 16:101-133.",
    doi: "10.1214/ss/1009213286",
  },
];

/** How call sets are compared and counted, as docs/methods/concordance.md has it. */
export function methodsSection(): ReportSection {
  return {
    title: "Methods",
    content: [paragraph(HOW_IT_IS_DECIDED), paragraph(HOW_IT_IS_COUNTED), references(REFERENCES)],
  };
}
