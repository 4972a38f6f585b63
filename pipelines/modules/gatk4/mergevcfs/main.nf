process GATK4_MERGEVCFS {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(vcfs, stageAs: 'parts/*'), path(tbis, stageAs: 'parts/*')
    tuple val(meta2), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def parts = vcfs instanceof List ? vcfs.sort(false) { vcf -> vcf.name } : [vcfs]
    def suffix = parts.every { vcf -> vcf.name.endsWith('.g.vcf.gz') } ? 'g.vcf.gz' : 'vcf.gz'
    def input_options = parts.collect { vcf -> "--INPUT ${vcf}" }.join(' ')
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" MergeVcfs \\
        ${input_options} \\
        --SEQUENCE_DICTIONARY ${dict} \\
        --OUTPUT ${prefix}.${suffix} \\
        --TMP_DIR . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    def parts = vcfs instanceof List ? vcfs : [vcfs]
    def suffix = parts.every { vcf -> vcf.name.endsWith('.g.vcf.gz') } ? 'g.vcf.gz' : 'vcf.gz'
    """
    echo | gzip -n > ${prefix}.${suffix}
    touch ${prefix}.${suffix}.tbi
    """
}
