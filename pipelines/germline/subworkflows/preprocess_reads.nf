include { FASTQC } from '../../modules/fastqc/main'
include { TRIMGALORE } from '../../modules/trimgalore/main'
include { hasReads } from '../functions/reads'

/** Quality of the raw reads, and reads without adapters and poor ends. Lanes in which nothing is left are taken out. */
workflow PREPROCESS_READS {
    take:
    lanes // [meta, [R1, R2]]; meta.lanes is the number of lanes of meta.id

    main:
    FASTQC(lanes)
    TRIMGALORE(lanes)

    trimmed = TRIMGALORE.out.reads
        .map { meta, reads -> [groupKey(meta.id, meta.lanes), meta, reads] }
        .groupTuple()
        .map { id, metas, reads -> [id.toString()] + [metas, reads].transpose().split { _meta, pair -> hasReads(pair) } }

    // An id of which nothing is left is named once, without a lane.
    dropped = trimmed.flatMap { id, left, empty -> left ? empty.collect { meta, _pair -> [id: id, lane: meta.lane] } : [[id: id]] }

    emit:
    reads    = trimmed.flatMap { _id, left, _empty -> left.collect { meta, pair -> [meta + [lanes: left.size()], pair] } } // [meta, [R1, R2]]
    excluded = dropped.map { what -> what + [reason: 'no read is left after trimming'] }
    reports  = FASTQC.out.zip.mix(TRIMGALORE.out.log).map { _meta, files -> files }.flatten()
}
