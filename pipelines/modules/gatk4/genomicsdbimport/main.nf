process GATK4_GENOMICSDBIMPORT {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(gvcfs, stageAs: 'gvcfs/*'), path(tbis, stageAs: 'gvcfs/*'), path(intervals)

    output:
    tuple val(meta), path("*.genomicsdb"), emit: database
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}.${intervals.baseName}"
    def variant_options = gvcfs.collect { gvcf -> "--variant ${gvcf}" }.sort().join(' ')
    // GenomicsDB keeps its buffers outside of Java's heap
    def heap = task.memory ? (task.memory.toMega() * 0.6).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" GenomicsDBImport \\
        ${variant_options} \\
        --intervals ${intervals} \\
        --merge-input-intervals true \\
        --batch-size 50 \\
        --genomicsdb-shared-posixfs-optimizations true \\
        --genomicsdb-workspace-path ${prefix}.genomicsdb \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.${intervals.baseName}"
    """
    mkdir ${prefix}.genomicsdb
    touch ${prefix}.genomicsdb/callset.json
    """
}
