process GATK4_APPLYVQSR {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(vcf), path(tbi), path(recal), path(recal_idx), path(tranches)
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}.recalibrated"
    if (vcf.name == "${prefix}.vcf.gz") {
        error("GATK4_APPLYVQSR would overwrite its input ${vcf.name}: set another ext.prefix")
    }
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    """
    gatk --java-options "-Xmx${heap}M" ApplyVQSR \\
        --variant ${vcf} \\
        --reference ${fasta} \\
        --recal-file ${recal} \\
        --tranches-file ${tranches} \\
        --output ${prefix}.vcf.gz \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.recalibrated"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
