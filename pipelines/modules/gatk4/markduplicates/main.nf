process GATK4_MARKDUPLICATES {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(bams, stageAs: 'input?/*')

    output:
    tuple val(meta), path("*.bam"), path("*.bai"), emit: bam
    tuple val(meta), path("*.duplicate_metrics.txt"), emit: metrics
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    // All lanes of a library in one call: a duplicate can be on another lane.
    def inputs = [bams].flatten().collect { bam -> "--INPUT ${bam}" }.join(' ')
    // The Java heap is four fifths: threads, native libraries and the operating system need the rest.
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" MarkDuplicates \\
        ${inputs} \\
        --OUTPUT ${prefix}.bam \\
        --METRICS_FILE ${prefix}.duplicate_metrics.txt \\
        --CREATE_INDEX true \\
        --VALIDATION_STRINGENCY LENIENT \\
        --TMP_DIR . \\
        ${args}
    mv ${prefix}.bai ${prefix}.bam.bai
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.bam ${prefix}.bam.bai ${prefix}.duplicate_metrics.txt
    """
}
