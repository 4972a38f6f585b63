include { GATK4_GENOMICSDBIMPORT } from '../../modules/gatk4/genomicsdbimport/main'
include { GATK4_GENOTYPEGVCFS } from '../../modules/gatk4/genotypegvcfs/main'
include { GATK4_HAPLOTYPECALLER } from '../../modules/gatk4/haplotypecaller/main'
include { GATK4_MERGEVCFS as MERGE_GVCFS } from '../../modules/gatk4/mergevcfs/main'
include { GATK4_MERGEVCFS as MERGE_JOINT_CALLS } from '../../modules/gatk4/mergevcfs/main'

/** A GVCF of each id, and the joint calls of all. Both steps are spread over the pieces of the reference. */
workflow CALL_VARIANTS {
    take:
    bam                    // [meta, bam, bai]
    reference              // [meta, fasta, fai, dict]
    dict                   // [meta, dict]
    intervals              // [paths] of the pieces
    joint_database_samples // number of ids from which on a GenomicsDB is used

    main:
    GATK4_HAPLOTYPECALLER(
        bam.combine(intervals.map { pieces -> [pieces] })
            .flatMap { meta, alignment, bai, pieces -> pieces.collect { piece -> [meta + [pieces: pieces.size()], alignment, bai, piece] } },
        reference,
    )

    // Sorted by name: what a task gets does not depend on which task ended first, and -resume finds it.
    MERGE_GVCFS(
        GATK4_HAPLOTYPECALLER.out.gvcf
            .map { meta, gvcf, tbi -> [groupKey(meta.findAll { name, _value -> name != 'pieces' }, meta.pieces), gvcf, tbi] }
            .groupTuple()
            .map { meta, gvcfs, tbis -> [meta.target, gvcfs.sort { gvcf -> gvcf.name }, tbis.sort { tbi -> tbi.name }] },
        dict,
    )
    gvcf = MERGE_GVCFS.out.vcf

    // Each piece is genotyped from the whole GVCFs: a deletion that begins before the piece is seen in it.
    together = gvcf
        .toSortedList { a, b -> a[0].id <=> b[0].id }
        .filter { all -> all }
        .map { all -> [all*.get(1), all*.get(2)] }
        .combine(intervals.map { pieces -> [pieces] })
        .flatMap { gvcfs, tbis, pieces -> pieces.collect { piece -> [[id: 'germline', pieces: pieces.size()], gvcfs, tbis, piece] } }
        .branch { _meta, gvcfs, _tbis, _piece ->
            database: gvcfs.size() >= joint_database_samples
            files: true
        }

    GATK4_GENOMICSDBIMPORT(together.database)

    databases = together.database
        .map { meta, _gvcfs, _tbis, piece -> [meta + [piece: piece.baseName], piece] }
        .join(GATK4_GENOMICSDBIMPORT.out.database.map { meta, database -> [meta + [piece: database.baseName - 'germline.'], database] })
        .map { meta, piece, database -> [meta.subMap('id', 'pieces'), database, [], piece] }

    GATK4_GENOTYPEGVCFS(together.files.mix(databases), reference)

    MERGE_JOINT_CALLS(
        GATK4_GENOTYPEGVCFS.out.vcf
            .map { meta, vcf, tbi -> [groupKey(meta.subMap('id'), meta.pieces), vcf, tbi] }
            .groupTuple()
            .map { meta, vcfs, tbis -> [meta.target, vcfs.sort { vcf -> vcf.name }, tbis.sort { tbi -> tbi.name }] },
        dict,
    )

    emit:
    gvcf                            // [meta, gvcf, tbi]
    joint = MERGE_JOINT_CALLS.out.vcf // [meta, vcf, tbi] of all ids
}
