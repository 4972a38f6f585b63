process BCFTOOLS_STATS {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::bcftools=1.24'
    // bcftools:1.24--h118bc1c_2
    container 'quay.io/biocontainers/bcftools@sha256:a3e0d3007ffe325c409b398f660840a3e7574d076219c6e82fc994ced87d47c3'

    input:
    tuple val(meta), path(vcf), path(tbi)
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.bcftools_stats.txt"), emit: stats
    tuple val("${task.process}"), val('bcftools'), eval("bcftools --version | sed '1!d;s/.* //'"), emit: versions_bcftools, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    bcftools stats --fasta-ref ${fasta} ${args} ${vcf} > ${prefix}.bcftools_stats.txt
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.bcftools_stats.txt
    """
}
