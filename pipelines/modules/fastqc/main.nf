process FASTQC {
    tag "${meta.id}"
    label 'process_low'

    conda 'bioconda::fastqc=0.12.1'
    // fastqc:0.12.1--hdfd78af_0
    container 'quay.io/biocontainers/fastqc@sha256:e194048df39c3145d9b4e0a14f4da20b59d59250465b6f2a9cb698445fd45900'

    input:
    tuple val(meta), path(reads, stageAs: 'reads?/*')

    output:
    tuple val(meta), path("*.html"), emit: html
    tuple val(meta), path("*.zip"), emit: zip
    tuple val("${task.process}"), val('fastqc'), eval("fastqc --version | sed '/^FastQC v/!d;s/.*v//'"), emit: versions_fastqc, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    // FastQC names reports after its input: lanes of one sample, or files of one name, would overwrite each other.
    def named = [reads].flatten().withIndex(1).collect { read, number ->
        [read, "${prefix}_${number}.fastq${read.name.endsWith('.gz') ? '.gz' : ''}"]
    }
    def links = named.collect { read, name -> "ln -s ${read} ${name}" }.join('\n    ')
    def names = named.collect { _read, name -> name }.join(' ')
    // FastQC takes its memory by the number of threads, a thread a file; --memory is unknown to releases before 0.12.
    """
    ${links}
    fastqc --quiet --threads ${[named.size(), task.cpus].min()} --dir . --outdir . ${args} ${names}
    """

    stub:
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    """
    touch ${prefix}_{1,2}_fastqc.html ${prefix}_{1,2}_fastqc.zip
    """
}
