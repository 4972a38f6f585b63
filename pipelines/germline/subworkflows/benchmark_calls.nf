include { HAPPY_HAPPY } from '../../modules/happy/happy/main'
include { TOUCHSTONE_COMPARE } from '../../modules/touchstone/compare/main'
include { TOUCHSTONE_MEASURE } from '../../modules/touchstone/measure/main'
include { TOUCHSTONE_REPRODUCIBILITY } from '../../modules/touchstone/reproducibility/main'

/** What the calls are worth: against truth, against the sample's other replicates, and the VAF of monitored variants. */
workflow BENCHMARK_CALLS {
    take:
    calls              // [meta, vcf, tbi] of each id
    gvcf               // [meta, gvcf, tbi] of each id
    reference          // [meta, fasta, fai, dict]
    truth_sets         // map of name to [vcf, tbi, regions or [], stratification or []]
    monitored_variants // VCF, or null
    engine             // touchstone or happy

    main:
    reports = channel.empty()
    compared = calls
        .filter { meta, _vcf, _tbi -> meta.truth_set }
        .map { meta, vcf, tbi -> [meta, vcf, tbi] + truth_sets[meta.truth_set] }
    if (engine == 'happy') {
        HAPPY_HAPPY(compared, reference)
        reports = reports.mix(HAPPY_HAPPY.out.summary.map { _meta, summary -> summary })
    }
    else {
        TOUCHSTONE_COMPARE(compared, reference)
        reports = reports.mix(TOUCHSTONE_COMPARE.out.multiqc.map { _meta, sections -> sections })
    }

    // A GVCF is what one replicate says by itself, where joint calls of one replicate lean on those of the other; and it tells
    // reference from not covered.
    TOUCHSTONE_REPRODUCIBILITY(
        gvcf.map { meta, vcf, tbi -> [meta.sample, meta.id, vcf, tbi] }
            .groupTuple()
            .filter { _sample, ids, _vcfs, _tbis -> ids.size() > 1 }
            .map { sample, _ids, vcfs, tbis -> [[id: sample], vcfs.sort { vcf -> vcf.name }, tbis.sort { tbi -> tbi.name }] }
    )
    reports = reports.mix(TOUCHSTONE_REPRODUCIBILITY.out.multiqc.map { _meta, sections -> sections })

    if (monitored_variants) {
        TOUCHSTONE_MEASURE(gvcf, monitored_variants, reference)
    }

    emit:
    reports = reports.flatten()
}
