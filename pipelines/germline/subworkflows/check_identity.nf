include { BCFTOOLS_CALLSITES } from '../../modules/bcftools/callsites/main'
include { BCFTOOLS_GTCHECK } from '../../modules/bcftools/gtcheck/main'
include { TOUCHSTONE_IDENTITY as CONFIRM_IDENTITY } from '../../modules/touchstone/identity/main'
include { TOUCHSTONE_IDENTITY as REPORT_IDENTITY } from '../../modules/touchstone/identity/main'

/**
 * Whether each id is who the samplesheet says, by genotypes at the sites of a panel, and of the sex that it says, by coverage.
 * The answer is published first; then the run fails where it is no.
 */
workflow CHECK_IDENTITY {
    take:
    bam         // [meta, bam, bai]
    coverage    // [meta, summary of mosdepth]
    reference   // [meta, fasta, fai, dict]
    sites       // [vcf, tbi] of the panel, or null
    samplesheet // JSON of the lanes

    main:
    pairs = channel.value([])
    if (sites) {
        panel = channel.value([[id: 'panel']] + sites)
        BCFTOOLS_CALLSITES(bam, reference, panel)
        BCFTOOLS_GTCHECK(
            BCFTOOLS_CALLSITES.out.vcf
                .toSortedList { a, b -> a[0].id <=> b[0].id }
                .filter { all -> all }
                .map { all -> [[id: 'germline'], all*.get(1), all*.get(2)] },
            panel,
        )
        pairs = BCFTOOLS_GTCHECK.out.pairs.map { _meta, files -> [files].flatten() }
    }

    question = coverage
        .toSortedList { a, b -> a[0].id <=> b[0].id }
        .filter { all -> all }
        .map { all -> all*.get(1) }
        .map { summaries -> [summaries] }
        .combine(pairs.map { files -> [files] })
        .combine(samplesheet)
        .map { summaries, files, sheet -> [[id: 'germline'], files, summaries, sheet] }

    REPORT_IDENTITY(question)
    CONFIRM_IDENTITY(question.join(REPORT_IDENTITY.out.json).map { meta, files, summaries, sheet, _answer -> [meta, files, summaries, sheet] })

    emit:
    reports = REPORT_IDENTITY.out.multiqc.map { _meta, sections -> sections }.flatten()
}
