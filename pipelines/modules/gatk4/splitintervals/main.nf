process GATK4_SPLITINTERVALS {
    tag "${fasta.name}"
    label 'process_single'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta2), path(intervals)
    tuple val(meta3), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta2), path("scattered/*.interval_list"), emit: intervals
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    // --scatter-count and --subdivision-mode come from here.
    def args = task.ext.args ?: ''
    def restriction = intervals ? "--intervals ${intervals}" : ''
    // The Java heap is four fifths: threads, native libraries and the operating system need the rest.
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" SplitIntervals \\
        --reference ${fasta} \\
        ${restriction} \\
        --output scattered \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    """
    mkdir scattered
    touch scattered/000{0,1}-scattered.interval_list
    """
}
