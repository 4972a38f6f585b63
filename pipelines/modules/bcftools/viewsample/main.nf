process BCFTOOLS_VIEWSAMPLE {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::bcftools=1.24'
    // bcftools:1.24--h118bc1c_2
    container 'quay.io/biocontainers/bcftools@sha256:a3e0d3007ffe325c409b398f660840a3e7574d076219c6e82fc994ced87d47c3'

    input:
    tuple val(meta), path(vcf, stageAs: 'input/*'), path(tbi, stageAs: 'input/*')

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('bcftools'), eval("bcftools --version | sed '1!d;s/.* //'"), emit: versions_bcftools, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    // Where the sample's only alternative allele is *, its variant is the deletion that began before.
    """
    set -o pipefail

    bcftools view --samples ${meta.id} --trim-alt-alleles --min-ac 1 ${args} --output-type u ${vcf} \\
        | bcftools view --exclude 'N_ALT=1 && ALT[0]="*"' --output-type z --output ${prefix}.vcf.gz
    bcftools index --tbi ${prefix}.vcf.gz
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
