include { toJson } from '../functions/json'
include { substitutionsOf ; substitutionsSection } from '../functions/substitutions'
include { ALIGN_READS } from '../subworkflows/align_reads'
include { ANNOTATE_VARIANTS } from '../subworkflows/annotate_variants'
include { BENCHMARK_CALLS } from '../subworkflows/benchmark_calls'
include { CALL_VARIANTS } from '../subworkflows/call_variants'
include { CHECK_IDENTITY } from '../subworkflows/check_identity'
include { FILTER_VARIANTS } from '../subworkflows/filter_variants'
include { PREPARE_REFERENCE } from '../subworkflows/prepare_reference'
include { PREPROCESS_READS } from '../subworkflows/preprocess_reads'
include { QUALITY_REPORTS } from '../subworkflows/quality_reports'
include { MOSDEPTH } from '../../modules/mosdepth/main'

/** From lanes of paired reads to judged calls. */
workflow GERMLINE {
    take:
    lanes   // list of [meta, [R1, R2]]
    files   // map of input files
    options // map of parameters

    main:
    lanes_by_id = lanes.countBy { meta, _reads -> meta.id }
    // Not from a cache, which takes a file in outdir for the right one whatever is in it.
    information = "${options.outdir}/pipeline_info"
    samplesheet = channel.of(toJson(lanes.collect { meta, reads -> meta + [fastq_1: reads[0].toUriString(), fastq_2: reads[1].toUriString()] }))
        .collectFile(name: 'samplesheet.json', storeDir: information, cache: false)
    channel.of(toJson(options)).collectFile(name: 'params.json', storeDir: information, cache: false)

    PREPARE_REFERENCE(files, options.aligner)
    reference = PREPARE_REFERENCE.out.reference

    PREPROCESS_READS(channel.fromList(lanes.collect { meta, reads -> [meta + [lanes: lanes_by_id[meta.id]], reads] }))

    ALIGN_READS(
        PREPROCESS_READS.out.reads.ifEmpty { error('No sample has a read left after trimming: see the reports of Trim Galore') },
        PREPARE_REFERENCE.out.fasta,
        PREPARE_REFERENCE.out.index,
        reference,
        files.known_sites,
        files.intervals ?: [],
        options.aligner,
    )
    bam = ALIGN_READS.out.bam

    MOSDEPTH(bam)

    CHECK_IDENTITY(bam, MOSDEPTH.out.summary, reference, files.identity_sites, files.truth_sets.subMap(lanes*.first()*.truth_set), samplesheet)

    CALL_VARIANTS(bam, reference, PREPARE_REFERENCE.out.dict, PREPARE_REFERENCE.out.intervals, options.joint_database_samples)

    FILTER_VARIANTS(
        CALL_VARIANTS.out.joint,
        bam.map { meta, _bam, _bai -> meta },
        reference,
        options.filter,
        files.vqsr_snv,
        files.vqsr_indel,
    )

    ANNOTATE_VARIANTS(FILTER_VARIANTS.out.joint, files.annotation_cache, reference, options.annotator)

    BENCHMARK_CALLS(
        FILTER_VARIANTS.out.calls,
        CALL_VARIANTS.out.gvcf,
        reference,
        files.truth_sets,
        files.monitored_variants,
        options.benchmark_engine,
    )

    substitutions = ALIGN_READS.out.versions
        .mix(ANNOTATE_VARIANTS.out.versions)
        .flatMap { _process, tool, version -> substitutionsOf(tool, version.trim()) }
        .unique()
        .toSortedList { a, b -> a.standsFor <=> b.standsFor }
    substitutions.map { all -> toJson(all) }.collectFile(name: 'substitutions.json', storeDir: information, cache: false)

    PREPROCESS_READS.out.excluded
        .map { excluded ->
            log.warn("${excluded.id}${excluded.lane ? " lane ${excluded.lane}" : ''} is left out: ${excluded.reason}")
            excluded
        }
        .toSortedList { a, b -> a.id <=> b.id ?: a.lane <=> b.lane }
        .map { all -> toJson(all) }
        .collectFile(name: 'excluded.json', storeDir: information, cache: false)

    QUALITY_REPORTS(
        bam,
        FILTER_VARIANTS.out.calls,
        reference,
        PREPROCESS_READS.out.reports
            .mix(ALIGN_READS.out.reports)
            .mix(MOSDEPTH.out.summary.map { _meta, summary -> summary })
            .mix(MOSDEPTH.out.global.map { _meta, distribution -> distribution })
            .mix(ANNOTATE_VARIANTS.out.reports),
        BENCHMARK_CALLS.out.reports
            .mix(CHECK_IDENTITY.out.reports)
            .mix(
                substitutions.filter { all -> all }
                    .map { all -> toJson(substitutionsSection(all)) }
                    .collectFile(name: 'touchstone_substitutions_mqc.json')
            ),
        files.multiqc_config,
    )

    channel.topic('versions')
        .map { process, tool, version -> [process: process.tokenize(':').last(), tool: tool, version: version.trim()] }
        .unique()
        .toSortedList { a, b -> a.process <=> b.process ?: a.tool <=> b.tool }
        .map { all -> toJson(all) }
        .collectFile(name: 'versions.json', storeDir: information, cache: false)
}
