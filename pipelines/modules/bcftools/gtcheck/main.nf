process BCFTOOLS_GTCHECK {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::bcftools=1.24'
    // bcftools:1.24--h118bc1c_2
    container 'quay.io/biocontainers/bcftools@sha256:a3e0d3007ffe325c409b398f660840a3e7574d076219c6e82fc994ced87d47c3'

    input:
    tuple val(meta), path(vcfs, stageAs: 'samples/*'), path(tbis, stageAs: 'samples/*')
    tuple val(meta3), path(genotypes, stageAs: 'panel/*'), path(genotypes_tbi, stageAs: 'panel/*')

    output:
    tuple val(meta), path("*.gtcheck.tsv"), emit: pairs
    tuple val("${task.process}"), val('bcftools'), eval("bcftools --version | sed '1!d;s/.* //'"), emit: versions_bcftools, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def samples = [vcfs].flatten()
    def merge = samples.size() > 1
        ? "bcftools merge --merge none --output-type z --output merged.vcf.gz ${samples.join(' ')}"
        : "ln -s ${samples[0]} merged.vcf.gz"
    // Genotypes alone are compared (-u GT,GT), and differences counted rather than weighed (-e 0).
    """
    set -o pipefail

    ${merge}
    bcftools index --force --tbi merged.vcf.gz

    pairs() {
        awk -v against="\$1" 'BEGIN { OFS = "\\t" } /^DC/ { print \$2, \$3, against, \$4 + 0, \$6 + 0 }'
    }

    printf 'query\\tgenotyped\\tagainst\\tdiscordant_sites\\tcompared_sites\\n' > ${prefix}.gtcheck.tsv
    if [ "\$(bcftools query --list-samples merged.vcf.gz | wc -l)" -gt 1 ]; then
        bcftools gtcheck --use GT,GT --error-probability 0 ${args} merged.vcf.gz | pairs samples >> ${prefix}.gtcheck.tsv
    fi
    for panel in ${genotypes}; do
        if [ "\$(bcftools query --list-samples \${panel} | wc -l)" -gt 0 ]; then
            bcftools gtcheck --use GT,GT --error-probability 0 ${args} --genotypes \${panel} merged.vcf.gz | pairs panel >> ${prefix}.gtcheck.tsv
        fi
    done
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    printf 'query\\tgenotyped\\tagainst\\tdiscordant_sites\\tcompared_sites\\n' > ${prefix}.gtcheck.tsv
    """
}
