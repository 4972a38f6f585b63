include { ENSEMBLVEP_VEP } from '../../modules/ensemblvep/vep/main'
include { VEPYR_ANNOTATE } from '../../modules/vepyr/annotate/main'

/** The joint calls with their consequences on transcripts. */
workflow ANNOTATE_VARIANTS {
    take:
    joint     // [meta, vcf, tbi]
    cache     // folder
    reference // [meta, fasta, fai, dict]
    annotator // vep, vepyr or none

    main:
    reports = channel.empty()
    versions = channel.empty()
    if (annotator == 'vep') {
        ENSEMBLVEP_VEP(joint, cache, reference)
        reports = ENSEMBLVEP_VEP.out.summary.map { _meta, summary -> summary }
        versions = ENSEMBLVEP_VEP.out.versions_ensemblvep
    }
    else if (annotator == 'vepyr') {
        VEPYR_ANNOTATE(joint, cache, reference)
        versions = VEPYR_ANNOTATE.out.versions_vepyr
    }

    emit:
    reports
    versions // [process, tool, version] of the annotator
}
