process GATK4_HAPLOTYPECALLER {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(bam), path(bai), path(intervals)
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.g.vcf.gz"), path("*.g.vcf.gz.tbi"), emit: gvcf
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: (intervals ? "${meta.id}.${intervals.baseName}" : "${meta.id}")
    def interval_option = intervals ? "--intervals ${intervals}" : ''
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" HaplotypeCaller \\
        --input ${bam} \\
        --reference ${fasta} \\
        --output ${prefix}.g.vcf.gz \\
        --emit-ref-confidence GVCF \\
        --native-pair-hmm-threads ${task.cpus} \\
        ${interval_option} \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: (intervals ? "${meta.id}.${intervals.baseName}" : "${meta.id}")
    """
    echo | gzip -n > ${prefix}.g.vcf.gz
    touch ${prefix}.g.vcf.gz.tbi
    """
}
