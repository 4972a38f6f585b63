process GATK4_VARIANTRECALIBRATOR {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(vcf), path(tbi)
    tuple val(resource_options), path(resources, stageAs: 'resources/*'), path(resource_tbis, stageAs: 'resources/*')
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.recal"), path("*.recal.idx"), emit: recal
    tuple val(meta), path("*.tranches"), emit: tranches
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def files = resources instanceof List ? resources : [resources]
    def options = resource_options instanceof List ? resource_options : [resource_options]
    if (files.size() != options.size()) {
        error("GATK4_VARIANTRECALIBRATOR got ${files.size()} resources and ${options.size()} descriptions of them: give one for each")
    }
    def resource_arguments = [options, files].transpose().collect { option, file -> "--resource:${option} ${file}" }.join(' ')
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" VariantRecalibrator \\
        --variant ${vcf} \\
        --reference ${fasta} \\
        ${resource_arguments} \\
        --output ${prefix}.recal \\
        --tranches-file ${prefix}.tranches \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.recal ${prefix}.recal.idx ${prefix}.tranches
    """
}
