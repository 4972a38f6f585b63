process TRIMGALORE {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::trim-galore=0.6.10'
    // trim-galore:0.6.10--hdfd78af_1
    container 'quay.io/biocontainers/trim-galore@sha256:1a30e928316d7dc071afba3520a99ed74617e27fa32749d562c6add6786f0d4a'

    input:
    tuple val(meta), path(reads, stageAs: 'reads?/*')

    output:
    tuple val(meta), path("*_val_{1,2}.fq.gz"), emit: reads
    tuple val(meta), path("*_trimming_report.txt"), emit: log
    tuple val("${task.process}"), val('trimgalore'), eval("trim_galore --version | sed -n 's/.*version //p'"), emit: versions_trimgalore, topic: versions
    tuple val("${task.process}"), val('cutadapt'), eval("cutadapt --version"), emit: versions_cutadapt, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    if ([reads].flatten().size() != 2) {
        error("TRIMGALORE: ${prefix} has to have two files of reads, R1 and R2")
    }
    // Trim Galore tells compression by the name, and names its output after the input.
    def named = reads.withIndex(1).collect { read, number ->
        [read, "${prefix}_${number}.fastq${read.name.endsWith('.gz') ? '.gz' : ''}"]
    }
    def links = named.collect { read, name -> "ln -s ${read} ${name}" }.join('\n    ')
    def names = named.collect { _read, name -> name }.join(' ')
    // --cores N runs 3 N + 3 processes; more than 4 does not help.
    def cores = [1, [4, (task.cpus - 3).intdiv(3)].min()].max()
    """
    ${links}
    trim_galore --paired --gzip --cores ${cores} ${args} ${names}
    """

    stub:
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    """
    # Where there is no read, none is left.
    for read in 1 2; do
        cat ${reads[0]} | gzip -cdf | sed -n 1,4p | gzip -n > ${prefix}_\${read}_val_\${read}.fq.gz
        touch ${prefix}_\${read}.fastq.gz_trimming_report.txt
    done
    """
}
