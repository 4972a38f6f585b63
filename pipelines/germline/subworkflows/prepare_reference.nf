include { BWAMEM2_INDEX } from '../../modules/bwamem2/index/main'
include { BWA_INDEX } from '../../modules/bwa/index/main'
include { GATK4_SPLITINTERVALS } from '../../modules/gatk4/splitintervals/main'
include { SAMTOOLS_DICT } from '../../modules/samtools/dict/main'
include { SAMTOOLS_FAIDX } from '../../modules/samtools/faidx/main'
include { cacheOf ; keep ; kept } from '../functions/reference_cache'

/** The reference with its indexes, and the pieces in which variants are called. What is not given and not kept is made. */
workflow PREPARE_REFERENCE {
    take:
    files   // map of input files
    aligner // bwa-mem2 or bwa

    main:
    meta = [id: files.fasta.baseName]
    fasta = channel.value([meta, files.fasta])
    cache = cacheOf(files.cache, files.fasta)

    known_fai = files.fai ?: kept(cache, "${files.fasta.name}.fai")
    known_dict = files.dict ?: kept(cache, "${files.fasta.baseName}.dict")
    known_index = files.index ?: kept(cache, aligner == 'bwa' ? 'bwa' : 'bwamem2')

    if (known_fai) {
        fai = channel.value([meta, known_fai])
    }
    else {
        SAMTOOLS_FAIDX(fasta)
        fai = SAMTOOLS_FAIDX.out.fai
        fai.subscribe { _meta, path -> keep(cache, path) }
    }
    if (known_dict) {
        dict = channel.value([meta, known_dict])
    }
    else {
        SAMTOOLS_DICT(fasta)
        dict = SAMTOOLS_DICT.out.dict
        dict.subscribe { _meta, path -> keep(cache, path) }
    }
    if (known_index) {
        index = channel.value([meta, known_index])
    }
    else if (aligner == 'bwa') {
        BWA_INDEX(fasta)
        index = BWA_INDEX.out.index
        index.subscribe { _meta, path -> keep(cache, path) }
    }
    else {
        BWAMEM2_INDEX(fasta)
        index = BWAMEM2_INDEX.out.index
        index.subscribe { _meta, path -> keep(cache, path) }
    }

    reference = fasta.join(fai).join(dict).first()

    GATK4_SPLITINTERVALS([meta, files.intervals ?: []], reference)

    emit:
    fasta                                                                                 // [meta, fasta]
    dict                                                                                  // [meta, dict]
    index                                                                                 // [meta, folder]
    reference                                                                             // [meta, fasta, fai, dict]
    intervals = GATK4_SPLITINTERVALS.out.intervals.map { _meta, paths -> [paths].flatten().sort { path -> path.name } } // [paths]
}
