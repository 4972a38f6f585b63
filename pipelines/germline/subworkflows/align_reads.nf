include { BWAMEM2_MEM } from '../../modules/bwamem2/mem/main'
include { BWA_MEM } from '../../modules/bwa/mem/main'
include { GATK4_APPLYBQSR } from '../../modules/gatk4/applybqsr/main'
include { GATK4_BASERECALIBRATOR } from '../../modules/gatk4/baserecalibrator/main'
include { GATK4_MARKDUPLICATES } from '../../modules/gatk4/markduplicates/main'

/** Aligned reads of each id: lanes are aligned apart and put together where duplicates are marked. */
workflow ALIGN_READS {
    take:
    reads       // [meta with lane and lanes, [R1, R2]]
    fasta       // [meta, fasta]
    index       // [meta, folder]
    reference   // [meta, fasta, fai, dict]
    known_sites // list of [vcf, index]; without any, base qualities stay as they are
    intervals   // file of regions, or []
    aligner     // bwa-mem2 or bwa

    main:
    if (aligner == 'bwa') {
        BWA_MEM(reads, index, fasta)
        aligned = BWA_MEM.out.bam
        versions = BWA_MEM.out.versions_bwa
    }
    else {
        BWAMEM2_MEM(reads, index, fasta)
        aligned = BWAMEM2_MEM.out.bam
        versions = BWAMEM2_MEM.out.versions_bwamem2
    }

    by_id = aligned
        .map { meta, bam -> [groupKey(meta.findAll { name, _value -> !(name in ['lane', 'lanes', 'read_group']) }, meta.lanes), bam] }
        .groupTuple()
        .map { meta, bams -> [meta.target, bams.sort { bam -> bam.name }] }

    GATK4_MARKDUPLICATES(by_id)
    reports = GATK4_MARKDUPLICATES.out.metrics.map { _meta, metrics -> metrics }

    if (known_sites) {
        sites = channel.value([[id: 'known_sites'], known_sites*.first(), known_sites*.last()])
        GATK4_BASERECALIBRATOR(GATK4_MARKDUPLICATES.out.bam.map { meta, bam, bai -> [meta, bam, bai, intervals] }, reference, sites)
        // Reads outside of the regions keep their place in the file: only what is learnt is restricted to them.
        GATK4_APPLYBQSR(
            GATK4_MARKDUPLICATES.out.bam.join(GATK4_BASERECALIBRATOR.out.table).map { meta, bam, bai, table -> [meta, bam, bai, table, []] },
            reference,
        )
        bam = GATK4_APPLYBQSR.out.bam
        reports = reports.mix(GATK4_BASERECALIBRATOR.out.table.map { _meta, table -> table })
    }
    else {
        bam = GATK4_MARKDUPLICATES.out.bam
    }

    emit:
    bam      // [meta, bam, bai]
    reports
    versions // [process, tool, version] of the aligner
}
