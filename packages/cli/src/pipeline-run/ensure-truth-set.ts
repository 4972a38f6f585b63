import { basename } from "node:path";
import { identifyFileInBackground } from "@touchstone/formats";
import { listAll } from "../commands/api-command.ts";
import type { Recording } from "../record/recording.ts";
import type { NamedVersion } from "../record/run-options.ts";

const ADDRESS = "/api/v1/truth-sets";

/** A truth set as parameters of a pipeline name it. */
export interface UsedTruthSet {
  readonly version: string;
  readonly vcf: string;
  readonly regions?: string;
  readonly stratification?: string;
}

/**
 * Adds the truth set of a comparison to the records unless its version is there. One that is there stays as it is: a
 * comparison with other files is refused when it is recorded.
 *
 * @throws ClientError for what the API refuses; an error of the file system when its files cannot be read.
 */
export async function ensureTruthSet(
  { client, headersOf, warn }: Recording,
  { name, version }: NamedVersion,
  { vcf, regions, reference }: UsedTruthSet & { readonly reference: string },
): Promise<void> {
  const known = await listAll(Number.POSITIVE_INFINITY, (query) => client.GET(ADDRESS, { params: { query } }));
  if (known.some((one) => one.name === name && one.version === version)) return;
  const body = {
    name,
    version,
    reference: basename(reference).replace(/\.(fa|fasta|fna)$/, ""),
    vcfSha256: (await identifyFileInBackground(vcf)).sha256,
    ...(regions === undefined ? {} : { regionsSha256: (await identifyFileInBackground(regions)).sha256 }),
  };
  await client.POST(ADDRESS, { body, headers: headersOf(ADDRESS, body) });
  warn(`truth set ${name} ${version} was not in the records: it is added with the files that the run used`);
}
