include { toJson } from '../../germline/functions/json'
include { MULTIQC } from '../../modules/multiqc/main'
include { TOUCHSTONE_BENCHMARK } from '../../modules/touchstone/benchmark/main'
include { TOUCHSTONE_COMPARE } from '../../modules/touchstone/compare/main'

/** Compares each call set with its truth set, and gathers what came of it. */
workflow BENCHMARK {
    take:
    comparisons // list of [meta, vcf, tbi or [], files of the stratification or null]
    files       // map of input files
    options     // map of parameters

    main:
    // Not from a cache, which takes a file in outdir for the right one whatever is in it.
    def information = "${options.outdir}/pipeline_info"
    channel.of(toJson(options)).collectFile(name: 'params.json', storeDir: information, cache: false)
    channel.of(toJson(comparisons.collect { meta, vcf, _tbi, _strata -> meta + [vcf: vcf.toUriString()] }))
        .collectFile(name: 'comparisons.json', storeDir: information, cache: false)
    // Nothing stands for another program here.
    channel.of(toJson([])).collectFile(name: 'substitutions.json', storeDir: information, cache: false)

    compared = comparisons.collect { meta, vcf, tbi, strata ->
        def (_version, truth, truth_tbi, regions, own_strata) = files.truth_sets[meta.truth_set]
        [meta, vcf, tbi, truth, truth_tbi, regions, strata == null ? own_strata : strata]
    }
    TOUCHSTONE_COMPARE(
        channel.fromList(compared),
        channel.value([[id: files.fasta.baseName], files.fasta, files.fai, []]),
    )

    // In the order of the sheet, whichever task ends first.
    def header = 'sample,caller,truth_set,truth_set_version,stratification,comparison'
    def lines = comparisons.collect { meta, _vcf, _tbi, _strata ->
        [meta.sample, meta.caller, meta.truth_set, "\"${files.truth_sets[meta.truth_set][0].toString().replace('"', '""')}\"", meta.stratification ?: '', meta.id].join(',')
    }
    list = channel.of(([header] + lines).join('\n') + '\n').collectFile(name: 'comparisons.csv')

    results = TOUCHSTONE_COMPARE.out.results
        .flatMap { _meta, results -> [results].flatten().findAll { result -> result.name ==~ /.+\.(metrics|provenance)\.json/ } }
        .toSortedList { a, b -> a.name <=> b.name }
    TOUCHSTONE_BENCHMARK(list.combine(results.map { all -> [all] }).map { csv, all -> [[id: 'benchmark'], csv, all] })

    MULTIQC([], files.multiqc_config, TOUCHSTONE_BENCHMARK.out.multiqc.map { _meta, section -> section })

    channel.topic('versions')
        .map { process, tool, version -> [process: process.tokenize(':').last(), tool: tool, version: version.trim()] }
        .unique()
        .toSortedList { a, b -> a.process <=> b.process ?: a.tool <=> b.tool }
        .map { all -> toJson(all) }
        .collectFile(name: 'versions.json', storeDir: information, cache: false)
}
