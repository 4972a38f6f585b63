include { BCFTOOLS_CALLSITES } from '../../modules/bcftools/callsites/main'
include { BCFTOOLS_GTCHECK } from '../../modules/bcftools/gtcheck/main'
include { BCFTOOLS_TRUTHGENOTYPES } from '../../modules/bcftools/truthgenotypes/main'
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
    truth_sets  // map of name to [vcf, tbi, regions or [], stratification or []], of those that a sample names
    samplesheet // JSON of the lanes

    main:
    if (sites) {
        panel = channel.value([[id: 'panel']] + sites)
        BCFTOOLS_CALLSITES(bam, reference, panel)
        BCFTOOLS_TRUTHGENOTYPES(channel.fromList(truth_sets.collect { name, files -> [[id: name]] + files.take(3) }), panel)
        // Genotypes that the panel has under the name of a truth set are compared beside the set's own: the worse of both answers counts.
        known = BCFTOOLS_TRUTHGENOTYPES.out.vcf
            .toSortedList { a, b -> a[0].id <=> b[0].id }
            .map { truths -> [[id: 'known'], [sites[0]] + truths*.get(1), [sites[1]] + truths*.get(2)] }
        BCFTOOLS_GTCHECK(
            BCFTOOLS_CALLSITES.out.vcf
                .toSortedList { a, b -> a[0].id <=> b[0].id }
                .filter { all -> all }
                .map { all -> [[id: 'germline'], all*.get(1), all*.get(2)] },
            known,
        )
        pairs = BCFTOOLS_GTCHECK.out.pairs.map { _meta, files -> [files].flatten() }
    }
    else {
        // No pair was compared: identity is not evaluable, and the sex is checked all the same.
        pairs = channel.of('query\tgenotyped\tagainst\tdiscordant_sites\tcompared_sites\n').collectFile(name: 'none.gtcheck.tsv').map { file -> [file] }
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
