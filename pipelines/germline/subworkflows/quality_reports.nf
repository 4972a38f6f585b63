include { BCFTOOLS_STATS } from '../../modules/bcftools/stats/main'
include { MULTIQC } from '../../modules/multiqc/main'
include { SAMTOOLS_STATS } from '../../modules/samtools/stats/main'

/** Statistics of alignments and calls, and one report of the whole run. */
workflow QUALITY_REPORTS {
    take:
    bam       // [meta, bam, bai]
    calls     // [meta, vcf, tbi] of each id
    reference // [meta, fasta, fai, dict]
    reports   // files of the other steps that MultiQC reads
    sections  // files with sections of our own
    config    // configuration of MultiQC

    main:
    SAMTOOLS_STATS(bam, reference)
    BCFTOOLS_STATS(calls, reference)

    MULTIQC(
        reports
            .mix(SAMTOOLS_STATS.out.stats.map { _meta, stats -> stats })
            .mix(BCFTOOLS_STATS.out.stats.map { _meta, stats -> stats })
            .toSortedList { a, b -> a.name <=> b.name },
        config,
        sections.toSortedList { a, b -> a.name <=> b.name },
    )

    emit:
    report = MULTIQC.out.report
}
