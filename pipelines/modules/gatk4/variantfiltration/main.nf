process GATK4_VARIANTFILTRATION {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(vcf), path(tbi)
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}.filtered"
    if (vcf.name == "${prefix}.vcf.gz") {
        error("GATK4_VARIANTFILTRATION would overwrite its input ${vcf.name}: set another ext.prefix")
    }
    def heap = task.memory ? (task.memory.toMega() * 0.8).intValue() : 3072
    // GATK's hard filters of germline short variants (sources in meta.yml). One pass with the type in each expression
    // stands for splitting by type; a mixed site (SNV and indel alleles) has to pass both sets. An annotation that a
    // record lacks (rank sums need reads of both alleles) fails no filter.
    def substitution = '(vc.isSNP() || vc.isMNP() || vc.isMixed())'
    def indel = '(vc.isIndel() || vc.isMixed())'
    """
    gatk --java-options "-Xmx${heap}M" VariantFiltration \\
        --variant ${vcf} \\
        --reference ${fasta} \\
        --output ${prefix}.vcf.gz \\
        --filter-name QD2 --filter-expression 'QD < 2.0' \\
        --filter-name QUAL30 --filter-expression 'QUAL < 30.0' \\
        --filter-name SOR3 --filter-expression '${substitution} && SOR > 3.0' \\
        --filter-name FS60 --filter-expression '${substitution} && FS > 60.0' \\
        --filter-name MQ40 --filter-expression '${substitution} && MQ < 40.0' \\
        --filter-name MQRankSum-12.5 --filter-expression '${substitution} && MQRankSum < -12.5' \\
        --filter-name ReadPosRankSum-8 --filter-expression '${substitution} && ReadPosRankSum < -8.0' \\
        --filter-name FS200 --filter-expression '${indel} && FS > 200.0' \\
        --filter-name ReadPosRankSum-20 --filter-expression '${indel} && ReadPosRankSum < -20.0' \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.filtered"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
