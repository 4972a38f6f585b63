include { BCFTOOLS_VIEWSAMPLE } from '../../modules/bcftools/viewsample/main'
include { GATK4_APPLYVQSR as APPLY_INDEL_MODEL } from '../../modules/gatk4/applyvqsr/main'
include { GATK4_APPLYVQSR as APPLY_SNV_MODEL } from '../../modules/gatk4/applyvqsr/main'
include { GATK4_VARIANTFILTRATION } from '../../modules/gatk4/variantfiltration/main'
include { GATK4_VARIANTRECALIBRATOR as LEARN_INDEL_MODEL } from '../../modules/gatk4/variantrecalibrator/main'
include { GATK4_VARIANTRECALIBRATOR as LEARN_SNV_MODEL } from '../../modules/gatk4/variantrecalibrator/main'

/** The joint calls with their filters, and the calls of each id out of them. */
workflow FILTER_VARIANTS {
    take:
    joint           // [meta, vcf, tbi]
    ids             // [meta] of each id
    reference       // [meta, fasta, fai, dict]
    filter          // hard or vqsr
    snv_resources   // list of [resource, [vcf, index]]
    indel_resources // list of [resource, [vcf, index]]

    main:
    if (filter == 'vqsr') {
        LEARN_SNV_MODEL(joint, recalibrationResources(snv_resources), reference)
        LEARN_INDEL_MODEL(joint, recalibrationResources(indel_resources), reference)
        // One after the other on the same file: each sets the FILTER of its own type and leaves the other's.
        APPLY_SNV_MODEL(joint.join(LEARN_SNV_MODEL.out.recal).join(LEARN_SNV_MODEL.out.tranches), reference)
        APPLY_INDEL_MODEL(APPLY_SNV_MODEL.out.vcf.join(LEARN_INDEL_MODEL.out.recal).join(LEARN_INDEL_MODEL.out.tranches), reference)
        filtered = APPLY_INDEL_MODEL.out.vcf
    }
    else {
        GATK4_VARIANTFILTRATION(joint, reference)
        filtered = GATK4_VARIANTFILTRATION.out.vcf
    }

    BCFTOOLS_VIEWSAMPLE(ids.combine(filtered).map { meta, _joint, vcf, tbi -> [meta, vcf, tbi] })

    emit:
    joint = filtered                    // [meta, vcf, tbi]
    calls = BCFTOOLS_VIEWSAMPLE.out.vcf // [meta, vcf, tbi] of each id
}

/** Resources of VariantRecalibrator: their descriptions in its words, the VCFs and their indexes. */
def recalibrationResources(resources) {
    return [
        resources.collect { resource, _files -> "${resource.name},known=${resource.known},training=${resource.training},truth=${resource.truth},prior=${resource.prior}".toString() },
        resources.collect { _resource, files -> files[0] },
        resources.collect { _resource, files -> files[1] },
    ]
}
