process GATK4_BASERECALIBRATOR {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(bam), path(bai), path(intervals)
    tuple val(meta2), path(fasta), path(fai), path(dict)
    tuple val(meta3), path(known_sites, stageAs: 'known_sites/*'), path(known_sites_tbi, stageAs: 'known_sites/*')

    output:
    tuple val(meta), path("*.table"), emit: table
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def sites = [known_sites].flatten().collect { site -> "--known-sites ${site}" }.join(' ')
    def restriction = intervals ? "--intervals ${intervals}" : ''
    // The Java heap is four fifths: threads, native libraries and the operating system need the rest.
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" BaseRecalibrator \\
        --input ${bam} \\
        --reference ${fasta} \\
        ${sites} \\
        ${restriction} \\
        --output ${prefix}.table \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.table
    """
}
