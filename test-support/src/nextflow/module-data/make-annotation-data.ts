import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAnnotationCache } from "@touchstone/simulation";
import { pipelineEnvironment } from "../pipeline-environment.ts";

/** The programs that make them. */
export const annotationDataPrograms = ["bgzip", "perl", "tabix", "vepyr"] as const;

/** One gene that codes for no protein, forward, of two exons around the panel's sites 5001 and 6001. */
const GENES = `##gff-version 3
chrT	test	gene	4801	6200	.	+	.	ID=gene:TESTG1;Name=TEST1;biotype=lncRNA;gene_id=TESTG1;version=1
chrT	test	transcript	4801	6200	.	+	.	ID=transcript:TESTT1;Parent=gene:TESTG1;biotype=lncRNA;transcript_id=TESTT1;version=1
chrT	test	exon	4801	5200	.	+	.	Parent=transcript:TESTT1;exon_id=TESTE1
chrT	test	exon	5801	6200	.	+	.	Parent=transcript:TESTT1;exon_id=TESTE2
`;

/**
 * Adds an annotation cache for vepyr to the test data of the modules' cases: `annotation/116_GRCh38_ensembl`.
 *
 * @throws SimulationError when a program is missing or fails.
 */
export async function makeAnnotationData(folder: string): Promise<void> {
  const genes = join(folder, "genes.gff3");
  writeFileSync(genes, GENES);
  await buildAnnotationCache({
    genes,
    reference: join(folder, "reference.fa"),
    knownSites: join(folder, "sites.vcf.gz"),
    folder: join(folder, "annotation"),
    path: pipelineEnvironment().PATH ?? "",
  });
}
