/** What the program's users can rely on about one kind of error. */
export interface ErrorEntry {
  /** One sentence: what the code means. */
  readonly summary: string;
  /** What to do about it. */
  readonly hint: string;
  /** Exit code of the command: 1 what was run failed, 2 usage, 65 bad data, 66 input missing, 70 internal, 73 cannot write, 75 try later. */
  readonly exitCode: 1 | 2 | 65 | 66 | 70 | 73 | 75;
  /** Status of the answer when the error reaches the HTTP interface. */
  readonly httpStatus: number;
  /** Whether the same request may succeed later without any change. */
  readonly retryable: boolean;
}

const usage = { exitCode: 2, httpStatus: 400, retryable: false } as const;
const badData = { exitCode: 65, httpStatus: 422, retryable: false } as const;
const missingInput = { exitCode: 66, httpStatus: 404, retryable: false } as const;
const cannotWrite = { exitCode: 73, httpStatus: 507, retryable: true } as const;
const internal = { exitCode: 70, httpStatus: 500, retryable: false } as const;

/** Every code that Touchstone's errors carry. Codes are stable: programs may branch on them. */
export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {
  TS_ADDRESS_NOT_SAFE: {
    ...usage,
    summary: "The server would be reached from other machines before anybody can sign in.",
    hint: "Add people first (touchstone user add), or listen at 127.0.0.1.",
  },
  TS_ALERT_TRANSITION: {
    exitCode: 65,
    httpStatus: 409,
    retryable: false,
    summary: "An alert cannot be taken from its state to the one asked for, or not without name, time and reason.",
    hint: "Acknowledge before resolving; resolve with a reason; what is resolved stays so, a new alert follows it.",
  },
  TS_ANCHOR_UNREADABLE: {
    ...missingInput,
    summary: "The anchors of the audit trail cannot be read.",
    hint: "Check that the anchor file is there and that you are allowed to read it.",
  },
  TS_ANCHOR_UNWRITABLE: {
    ...cannotWrite,
    summary: "An anchor of the audit trail cannot be kept.",
    hint: "Check the folder's permissions and free space; until it can, completeness is proven up to the last anchor.",
  },
  TS_ASSAY_NOT_APPROVABLE: {
    ...badData,
    summary: "An assay definition is still an example, or holds a number whose source nobody has given.",
    hint: "Put your own numbers with their sources in place of the example's, and remove the mark EXAMPLE.",
  },
  TS_AUDIT_BROKEN: {
    ...internal,
    summary: "The audit trail does not hold: a row was altered, removed or put elsewhere.",
    hint: "Stop writing, keep the database as it is, and compare it with the last backup and the anchor file.",
  },
  TS_AUDIT_EVENT_INVALID: {
    ...badData,
    summary: "An event cannot be written to the audit trail as it was given, so neither was what it tells of.",
    hint: "Correct the named field.",
  },
  TS_AUDIT_KEY_UNUSABLE: {
    ...missingInput,
    summary: "The key that anchors of the audit trail are signed or checked with cannot be used.",
    hint: "Give an Ed25519 key in PEM; a private key has to be readable for its owner only (mode 600).",
  },
  TS_BACKUP_INVALID: {
    ...badData,
    summary: "A file is no backup of Touchstone's records, is cut off, or was altered.",
    hint: "Take another copy or an earlier backup; touchstone db verify FILE checks one without restoring it.",
  },
  TS_BACKUP_UNWRITABLE: {
    ...cannotWrite,
    summary: "A backup cannot be written there, or there is such a file already.",
    hint: "Choose another name: a backup never replaces a file; check the folder's permissions and free space.",
  },
  TS_BASELINE_INVALID: {
    ...badData,
    summary: "A baseline file is damaged, was altered after it was made, or cannot be made of these measurements.",
    hint: "Correct what the message names; a file that was altered has to be taken from where it is kept.",
  },
  TS_BASELINE_NOT_APPROVED: {
    ...badData,
    summary: "Limits are to come from a baseline that nobody has approved.",
    hint: "Have it approved: touchstone baseline approve FILE --by NAME --meaning TEXT",
  },
  TS_BED_MALFORMED: {
    ...badData,
    summary: "A BED file has a line that is not contig, start and end.",
    hint: "Correct the named line: tab-separated, 0-based start, end not before start.",
  },
  TS_BENCHMARK_INVALID: {
    ...badData,
    summary:
      "A list of comparisons is malformed, or its comparisons cannot stand side by side: other truths or options.",
    hint: "Correct the named line; compare again what was compared otherwise.",
  },
  TS_BGZF_CORRUPT: {
    ...badData,
    summary: "A block of a BGZF file does not decompress to what its checksum and length promise.",
    hint: "The file is damaged at the named byte offset: copy it again from its source and compare checksums.",
  },
  TS_BGZF_TRUNCATED: {
    ...badData,
    summary: "A BGZF file ends in the middle of a block.",
    hint: "The file is incomplete: copy it again from its source, or repeat the step that wrote it.",
  },
  TS_COMPARE_ABORTED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The comparison was interrupted before it was complete.",
    hint: "No output was written; run the command again.",
  },
  TS_COMPARISONS_DIFFER: {
    ...badData,
    summary: "Two results were not measured with the same truth set, regions, reference or options.",
    hint: "Repeat touchstone compare for both call sets with the same truth, regions, reference and options.",
  },
  TS_COMPARISON_INVALID: {
    ...badData,
    summary: "Files are not the result of touchstone compare, or were altered.",
    hint: "Give the prefix that was given to touchstone compare as --out, with all its files beside each other.",
  },
  TS_CONFLICT: {
    exitCode: 65,
    httpStatus: 409,
    retryable: false,
    summary: "The request does not fit the record as it is now.",
    hint: "Read the record again and decide anew; what is the same already needs no request.",
  },
  TS_CONTIG_NAMING: {
    ...badData,
    summary: "Two inputs name the same contigs differently, such as chr1 and 1.",
    hint: "Add --rename-contigs to translate the names to those of the reference.",
  },
  TS_CONTIG_UNKNOWN: {
    ...badData,
    summary: "A record lies on a contig that the reference does not have.",
    hint: "Use the reference that the calls were made with.",
  },
  TS_DATABASE_FULL: {
    ...cannotWrite,
    summary: "The database has no space left on its disk.",
    hint: "Free space, or give the database more; nothing of the request was kept, so repeat it then.",
  },
  TS_DATABASE_MISSING: {
    ...missingInput,
    summary: "A data folder holds no records.",
    hint: "Check --data; touchstone db migrate makes a new database there.",
  },
  TS_DATABASE_NOT_EMPTY: {
    exitCode: 73,
    httpStatus: 409,
    retryable: false,
    summary: "A backup is to be restored where there are records already.",
    hint: "Restore into a new data folder or an empty database; nothing is ever overwritten.",
  },
  TS_DATABASE_UNAVAILABLE: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The database cannot be reached, or does not answer in time.",
    hint: "Check DATABASE_URL and that the server runs; the request can be repeated.",
  },
  TS_DATA_FOLDER_LOCKED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "Another process has the data folder open.",
    hint: "Use that process, or end it first; two at a time would lose records.",
  },
  TS_DEFINITION_INVALID: {
    ...badData,
    summary: "A definition of an assay, a rule set or thresholds cannot be used as written.",
    hint: "Correct the named field.",
  },
  TS_FASTA_MALFORMED: {
    ...badData,
    summary: "A reference file is not FASTA, or its lines cannot be addressed.",
    hint: "Check that it is FASTA: '>name' lines, and every line of a sequence except its last with the same length.",
  },
  TS_FILE_EMPTY: {
    ...badData,
    summary: "An input file holds nothing.",
    hint: "Repeat the step that should have written the file; a call set without calls still has a header.",
  },
  TS_FILE_NOT_FOUND: {
    ...missingInput,
    summary: "An input file does not exist.",
    hint: "Check the path, and that the folder it lies on is mounted.",
  },
  TS_FILE_UNREADABLE: {
    ...missingInput,
    summary: "An input file exists but cannot be read.",
    hint: "Check that it is a file and that you are allowed to read it.",
  },
  TS_FILE_UNWRITABLE: {
    ...cannotWrite,
    summary: "A file cannot be written.",
    hint: "Check the folder's permissions and free space, or choose another place.",
  },
  TS_FORBIDDEN: {
    exitCode: 65,
    httpStatus: 403,
    retryable: false,
    summary: "Whoever asks is known, but may not do this.",
    hint: "Ask somebody who has the right, or an admin for a role or a token with the scope.",
  },
  TS_GENOTYPE_MISSING: {
    ...badData,
    summary: "Genotypes are to be compared, but a call set has none.",
    hint: "Add --match alleles to compare the presence of alleles without genotypes.",
  },
  TS_GZIP_CORRUPT: {
    ...badData,
    summary: "A gzip file is damaged or incomplete.",
    hint: "Copy it again from its source and compare checksums.",
  },
  TS_GZIP_NOT_BGZF: {
    ...badData,
    summary: "A file is gzip where the blocked variant, BGZF, is needed for random access.",
    hint: "Recompress it: gzip -dc FILE | bgzip > FILE.gz",
  },
  TS_IDEMPOTENCY_CONFLICT: {
    exitCode: 65,
    httpStatus: 409,
    retryable: false,
    summary: "An Idempotency-Key was used before for a request with another content.",
    hint: "Use a new key for a new request; repeat a request unchanged.",
  },
  TS_IDENTITY_INVALID: {
    ...badData,
    summary: "A file that the identity of samples is judged by cannot be used.",
    hint: "Correct the named line, or make the file again: bcftools gtcheck -u GT,GT -e 0, mosdepth.",
  },
  TS_INDEX_CONTIG_TOO_LONG: {
    ...badData,
    summary: "A tabix index cannot hold positions beyond 536,870,912 (2^29).",
    hint: "Split the contig, or index the file with a CSI index: bcftools index --csi FILE",
  },
  TS_INDEX_INVALID: {
    ...badData,
    summary: "An index file does not describe the file beside it.",
    hint: "Delete the index or make it again (tabix, samtools faidx).",
  },
  TS_INDEX_UNSORTED: {
    ...badData,
    summary: "Records to be indexed are not in order.",
    hint: "Sort them by contig and position first: bcftools sort -Oz -o SORTED.vcf.gz FILE",
  },
  TS_INTERNAL: {
    ...internal,
    summary: "Touchstone itself failed.",
    hint: "Please report it with the command; TOUCHSTONE_DEBUG=1 prints where it happened.",
  },
  TS_MEASUREMENT_INVALID: {
    ...badData,
    summary: "A measurement is not what its column promises.",
    hint: "Correct what the message names. Columns have the names of the guide, numbers a decimal point, fractions lie in 0 to 1.",
  },
  TS_METHOD_NOT_ALLOWED: {
    exitCode: 2,
    httpStatus: 405,
    retryable: false,
    summary: "Nothing is done by that method at this address.",
    hint: "Use one of the methods that the header Allow names; the OpenAPI document says what each does.",
  },
  TS_MIGRATION_CHANGED: {
    ...badData,
    summary: "A migration that was applied to this database is not the one that this version brings.",
    hint: "Use the version of Touchstone that the database was made with, or restore a backup.",
  },
  TS_MIGRATION_FAILED: {
    ...internal,
    summary: "The database refused a migration, and is as it was before.",
    hint: "See the database's own message: rights to make tables, free space, or a PostgreSQL older than 15.",
  },
  TS_MIGRATION_PENDING: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The database lacks migrations that this version needs.",
    hint: "Run touchstone db migrate.",
  },
  TS_MONITORED_INVALID: {
    ...badData,
    summary: "A list of monitored variants has an entry that cannot be monitored, or that is there twice.",
    hint: "Give each allele a line of its own with an ID of its own, in bases.",
  },
  TS_NODE_TOO_OLD: {
    ...internal,
    summary: "This Node.js cannot run Touchstone.",
    hint: 'Install Node 22.18 or newer, or add the npm package "node" beside Touchstone.',
  },
  TS_NOT_CONFIGURED: {
    exitCode: 2,
    httpStatus: 409,
    retryable: false,
    summary: "The server lacks a setting that this needs.",
    hint: "Set what the message names and start the server again.",
  },
  TS_NOT_FOUND: {
    ...missingInput,
    summary: "There is no such record, or nothing at this address.",
    hint: "Check the id or name; the lists of the API show what there is.",
  },
  TS_NUMBER_TOO_LARGE: {
    ...internal,
    summary: "The database holds or computed an integer that is not exact as a number.",
    hint: "Please report it with the request: no record of Touchstone's holds such a number.",
  },
  TS_OBJECT_CORRUPT: {
    ...badData,
    summary: "A stored file does not have the SHA-256 that it is stored under.",
    hint: "Restore the file from a backup: its content was altered or cut off.",
  },
  TS_OBJECT_LOCATION_INVALID: {
    ...usage,
    summary: "The place for files is no folder and no usable s3:// address, or its settings are missing.",
    hint: "Give a folder or s3://bucket/prefix; for S3 also AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
  },
  TS_OBJECT_NOT_FOUND: {
    ...missingInput,
    summary: "A stored file is not there.",
    hint: "Check the address, and that the folder or bucket is the one that it was stored in.",
  },
  TS_OBJECT_REQUEST_INVALID: {
    ...usage,
    summary:
      "What is asked of the object store does not fit: a SHA-256, a range, or a file that is not what was announced.",
    hint: "Correct what the message names, and ask again.",
  },
  TS_OBJECT_STORE_UNAVAILABLE: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The object store cannot be reached, or refuses the request.",
    hint: "Check the endpoint, the bucket and the credentials; the request can be repeated.",
  },
  TS_OBJECT_STORE_UNWRITABLE: {
    ...cannotWrite,
    summary: "A file cannot be stored: the disk is full, or the folder may not be written to.",
    hint: "Free space or correct the permissions; nothing of the file was kept, so store it again.",
  },
  TS_OIDC_REFUSED: {
    exitCode: 65,
    httpStatus: 401,
    retryable: false,
    summary: "Signing in with the provider did not lead to anybody here, or its answer does not hold.",
    hint: "Begin again. An admin adds people by the provider's issuer and subject, or maps one of its claims to roles.",
  },
  TS_OIDC_SETTINGS_INVALID: {
    ...usage,
    summary: "The provider to sign in with cannot be used as it is configured.",
    hint: "Correct the variable that the message names; docs/guides/sign-in.md lists them.",
  },
  TS_OIDC_UNAVAILABLE: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The provider to sign in with cannot be reached, or does not answer.",
    hint: "Try again later; check that this machine reaches the issuer's address.",
  },
  TS_OUTPUT_UNWRITABLE: {
    ...cannotWrite,
    summary: "An output file cannot be written.",
    hint: "Check the folder's permissions and free space, or choose another --out.",
  },
  TS_PIPELINE_INPUT_INVALID: {
    ...badData,
    summary: "A samplesheet or the parameters of a pipeline cannot be used as they are; nothing was started.",
    hint: "Correct the named line and column.",
  },
  TS_PIPELINE_INSTALL_FAILED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "A program of pipelines could not be installed.",
    hint: "See what the installer said: the network, Maven's or pip's settings, free space. The same command goes on from there.",
  },
  TS_PIPELINE_NOT_INSTALLED: {
    ...missingInput,
    summary: "The programs that pipelines need are not installed, or not those of this version.",
    hint: "Run touchstone pipeline install.",
  },
  TS_PIPELINE_PROGRAM_ALTERED: {
    ...badData,
    summary: "A downloaded program is not the one that Touchstone was made and tested with.",
    hint: "Delete it from Maven's local repository and install again; if it stays so, ask who runs the repository that it comes from.",
  },
  TS_PIPELINE_PROGRAM_MISSING: {
    ...missingInput,
    summary: "A program that pipelines need is not on this machine.",
    hint: "Install what the message names, and repeat the command.",
  },
  TS_PIPELINE_RUN_FAILED: {
    exitCode: 1,
    httpStatus: 500,
    retryable: false,
    summary: "A pipeline ran and failed: one of its tasks, or Nextflow itself.",
    hint: "See the task's work folder (.command.sh, .command.err) and nextflow.log; what was done before is kept: touchstone run PIPELINE --resume RUN.",
  },
  TS_PIPELINE_UNKNOWN: {
    ...missingInput,
    summary: "There is no such pipeline.",
    hint: "Name one of Touchstone's pipelines (touchstone run --help lists them), or the folder of one.",
  },
  TS_POSITION_OUT_OF_RANGE: {
    ...badData,
    summary: "A record lies beyond the end of its contig.",
    hint: "Use the reference that the calls were made with.",
  },
  TS_PROOF_FAILED: {
    ...internal,
    summary: "A match does not hold when its haplotypes are replayed on the reference.",
    hint: "Please report it, with the records of the named superlocus.",
  },
  TS_RANGE_NOT_SATISFIABLE: {
    exitCode: 65,
    httpStatus: 416,
    retryable: false,
    summary: "A range of a file was asked for of which it has no byte.",
    hint: "Content-Range of the answer has the file's size; ask for bytes below it.",
  },
  TS_REAUTHENTICATION_NEEDED: {
    exitCode: 65,
    httpStatus: 403,
    retryable: false,
    summary: "A signature needs a fresh proof of who signs.",
    hint: "Give the password with the signature, or sign in again with your provider.",
  },
  TS_RECORD_ABORTED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "Recording was interrupted before all of it was recorded.",
    hint: "What was recorded stays; the same command again records the rest.",
  },
  TS_REF_MISMATCH: {
    ...badData,
    summary: "REF alleles disagree with the reference.",
    hint: "Use the reference that the calls were made with; compare can leave such records out: --ref-mismatch skip.",
  },
  TS_REPLICATES_ABORTED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The comparison of replicates was interrupted before it was complete.",
    hint: "No output was written; run the command again.",
  },
  TS_REPLICATES_DUPLICATE: {
    ...badData,
    summary: "A run holds the same variant twice.",
    hint: "Remove the duplicates first: bcftools norm -d exact FILE",
  },
  TS_REPLICATES_NO_DEPTH: {
    ...badData,
    summary: "A replicate has no fields from which a variant allele fraction can be computed.",
    hint: "Call with allele depths (FORMAT/AD), or give the measurements as a table: --table FILE",
  },
  TS_REPLICATES_TABLE_INVALID: {
    ...badData,
    summary: "A table of measurements has a line that cannot be used.",
    hint: "Correct the named line and column.",
  },
  TS_REPLICATES_TOO_FEW: {
    ...usage,
    summary: "Fewer than two replicates were given.",
    hint: "Give at least two runs of the same sample.",
  },
  TS_REQUEST_INVALID: {
    exitCode: 65,
    httpStatus: 400,
    retryable: false,
    summary: "The request is not as the API describes it.",
    hint: "Correct the named field; the OpenAPI document (/api/docs) has each field's form.",
  },
  TS_REQUEST_TOO_LARGE: {
    exitCode: 65,
    httpStatus: 413,
    retryable: false,
    summary: "The request's body is larger than the server takes.",
    hint: "Send less at a time, or raise the server's limit.",
  },
  TS_RESULT_INVALID: {
    ...badData,
    summary: "A result file is damaged, contradicts itself, or is not of the comparison that the others are of.",
    hint: "Give the file as its program wrote it; the message names the place. Give the files of one comparison together.",
  },
  TS_RESULT_UNRECOGNISED: {
    ...badData,
    summary: "A file is none of the results that can be taken over.",
    hint: "Give results as their program wrote them; touchstone ingest --help lists which. Of another table of measurements say what its columns are (--columns).",
  },
  TS_RULE_ON_SCORE: {
    ...badData,
    summary: "Control rules were attached to a score, such as F1, or thresholds to no number of observations.",
    hint: "Attach Westgard rules to a measurement (VAF); give scores thresholds and trend tests, with their counts.",
  },
  TS_SAMPLE_AMBIGUOUS: {
    ...badData,
    summary: "A call set has several samples and none was chosen.",
    hint: "Choose one: compare has --truth-sample and --query-sample, reproducibility --sample.",
  },
  TS_SAMPLE_UNKNOWN: {
    ...badData,
    summary: "A call set does not have the chosen sample.",
    hint: "Choose one of the listed samples: compare has --truth-sample and --query-sample, reproducibility --sample.",
  },
  TS_SCORE_FIELD_INVALID: {
    ...badData,
    summary: "The query has no such field to score its records by, or it holds no numbers.",
    hint: "Name QUAL, or a numeric field of the query's header, such as FORMAT/GQ, with --score-field.",
  },
  TS_SECRET_KEY_WRONG: {
    ...usage,
    summary:
      "The key that encrypts secrets in the records cannot be used, or is another one than they were encrypted with.",
    hint: "Give every server of these records the same 32 bytes in base64, in TOUCHSTONE_SECRET_KEY or the data folder's secret-key.",
  },
  TS_SERVER_ANSWER_INVALID: {
    exitCode: 65,
    httpStatus: 502,
    retryable: false,
    summary: "What answers at the server's address is no Touchstone server, or something between gave the answer.",
    hint: "Check TOUCHSTONE_URL, its base path, and proxies on the way.",
  },
  TS_SERVER_UNREACHABLE: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The server cannot be reached.",
    hint: "Check that it runs (touchstone serve) and that TOUCHSTONE_URL names its address.",
  },
  TS_SIGN_IN_REFUSED: {
    exitCode: 65,
    httpStatus: 401,
    retryable: false,
    summary: "Name or password is wrong, or the account is locked for a while after wrong passwords.",
    hint: "Check both; after five wrong passwords wait a minute. An admin can set a new password.",
  },
  TS_SIMULATION_INVALID: {
    ...usage,
    summary: "What is asked for cannot be simulated: a reference too short, a rate or depth out of range.",
    hint: "Correct the named option.",
  },
  TS_STATISTICS_CASES_INVALID: {
    ...badData,
    summary: "A file of reference cases is no JSON of cases, or a case does not make sense.",
    hint: "Correct the named place; docs/guides/verify.md shows what a case consists of.",
  },
  TS_STATISTICS_LENGTH: {
    ...badData,
    summary: "Two series that belong together have different lengths.",
    hint: "Give one value of each for every subject; leave none out.",
  },
  TS_STATISTICS_NOT_FINITE: {
    ...badData,
    summary: "A value is no finite number.",
    hint: "Correct the named value, or leave it out if it was not measured.",
  },
  TS_STATISTICS_OUT_OF_RANGE: {
    ...badData,
    summary: "A value lies outside of what it can be.",
    hint: "Correct the named value.",
  },
  TS_STATISTICS_RULE_UNKNOWN: {
    ...badData,
    summary: "A control rule has a name that is not known.",
    hint: "Use 1-2s, 1-3s, 2-2s, R-4s, 4-1s, 10-x, 8-x, 12-x, 2of3-2s, 6-x or 3-1s.",
  },
  TS_STATISTICS_TOO_FEW: {
    ...badData,
    summary: "There are fewer values than the statistic is defined for.",
    hint: "Give more values.",
  },
  TS_STRATIFICATION_MALFORMED: {
    ...badData,
    summary: "A stratification list has a line that is not a name and a BED file.",
    hint: "Correct the named line: two tab-separated fields, the path relative to the list.",
  },
  TS_TOO_MANY_REQUESTS: {
    exitCode: 75,
    httpStatus: 429,
    retryable: true,
    summary: "More requests in a minute than one caller may make.",
    hint: "Wait as long as Retry-After says.",
  },
  TS_TRUTH_CATALOGUE_INVALID: {
    ...badData,
    summary: "The catalogue of truth sets does not hold to its rules.",
    hint: "Correct what the message names; the catalogue that Touchstone ships should never be wrong: please report it.",
  },
  TS_TRUTH_CHECKSUM_MISMATCH: {
    ...badData,
    summary: "A file of a truth set is not the one whose checksum was published, or not the one that was seen first.",
    hint: "Do not use it. Try again, or another --mirror; if it stays so, its publisher has changed it, or somebody else has.",
  },
  TS_TRUTH_FETCH_ABORTED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "Fetching or checking a truth set was interrupted.",
    hint: "What has arrived stays; the same command goes on from there.",
  },
  TS_TRUTH_FOLDER_LOCKED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "Another call is fetching into the folder of a truth set.",
    hint: "Wait for it, or give another folder with --to.",
  },
  TS_TRUTH_NOT_FOUND: {
    ...missingInput,
    summary: "The server has no such file of a truth set, or does not give it away.",
    hint: "It may have been moved: look at the address, or give --mirror; a newer Touchstone may know the new place.",
  },
  TS_TRUTH_RECORD_INVALID: {
    ...badData,
    summary: "What the folder of a truth set says of its fetch cannot be read, or is of another truth set.",
    hint: "Give another folder with --to, or remove truth-set.json: files without a published checksum are then fetched anew.",
  },
  TS_TRUTH_UNAVAILABLE: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "A file of a truth set cannot be fetched now.",
    hint: "Check the network, the proxy (HTTPS_PROXY) and --mirror; the same command later goes on from what has arrived.",
  },
  TS_TRUTH_UNKNOWN: {
    ...missingInput,
    summary: "The catalogue has no truth set of that name.",
    hint: "See what there is: touchstone truth list.",
  },
  TS_TRUTH_UNWRITABLE: {
    ...cannotWrite,
    summary: "A file of a truth set cannot be written, or there is too little space for it.",
    hint: "Check the folder's permissions and free space, or give another --to; what has arrived stays.",
  },
  TS_UNAUTHENTICATED: {
    exitCode: 65,
    httpStatus: 401,
    retryable: false,
    summary: "The request does not show who makes it, or what it shows is no more in force.",
    hint: "Send 'Authorization: Bearer TOKEN', or sign in; make a new token when the old one has expired.",
  },
  TS_UNSUPPORTED_MEDIA_TYPE: {
    exitCode: 65,
    httpStatus: 415,
    retryable: false,
    summary: "The body is of a type that this address does not take.",
    hint: "Send JSON with 'Content-Type: application/json' unless the API says otherwise.",
  },
  TS_USAGE: {
    ...usage,
    summary: "The command line is not one that Touchstone understands.",
    hint: "See touchstone --help, or touchstone COMMAND --help.",
  },
  TS_VCF_HEADER_INVALID: {
    ...badData,
    summary: "A VCF file's header is missing or breaks the format.",
    hint: "The file must begin with ##fileformat=VCFv4 and have a #CHROM line; repeat the step that wrote it.",
  },
  TS_VCF_IS_BCF: {
    ...badData,
    summary: "A file is BCF, the binary form of VCF.",
    hint: "Convert it: bcftools view -Oz -o FILE.vcf.gz FILE",
  },
  TS_VCF_MALFORMED: {
    ...badData,
    summary: "A VCF file has a line that breaks the format.",
    hint: "Correct the named field, or repeat the step that wrote the file.",
  },
  TS_VCF_UNSORTED: {
    ...badData,
    summary: "The records of a VCF file are not in order.",
    hint: "Sort it: bcftools sort -Oz -o SORTED.vcf.gz FILE",
  },
};

/** The entry of a code, or null when the catalogue does not have it. */
export function errorEntry(code: string): ErrorEntry | null {
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : null;
}
