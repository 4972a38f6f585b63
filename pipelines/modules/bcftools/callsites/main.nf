process BCFTOOLS_CALLSITES {
    tag "${meta.id}"
    label 'process_low'

    conda 'bioconda::bcftools=1.24'
    // bcftools:1.24--h118bc1c_2
    container 'quay.io/biocontainers/bcftools@sha256:a3e0d3007ffe325c409b398f660840a3e7574d076219c6e82fc994ced87d47c3'

    input:
    tuple val(meta), path(bam), path(bai)
    tuple val(meta2), path(fasta), path(fai), path(dict)
    tuple val(meta3), path(sites, stageAs: 'sites/*'), path(sites_tbi, stageAs: 'sites/*')

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('bcftools'), eval("bcftools --version | sed '1!d;s/.* //'"), emit: versions_bcftools, topic: versions

    script:
    // args: bcftools mpileup, args2: bcftools call
    def args = task.ext.args ?: ''
    def args2 = task.ext.args2 ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    // A genotype from few reads says little of who the sample is: heterozygous sites look homozygous.
    def minimum_depth = task.ext.minimum_depth ?: 8
    """
    set -o pipefail

    bcftools view --types snps --max-alleles 2 --drop-genotypes --output-type u ${sites} \\
        | bcftools query --format '%CHROM\\t%POS\\t%REF,%ALT\\n' \\
        | bgzip > panel.tsv.gz
    tabix --sequence 1 --begin 2 --end 2 panel.tsv.gz

    bcftools mpileup --fasta-ref ${fasta} --regions-file panel.tsv.gz --annotate FORMAT/AD,FORMAT/DP ${args} --output-type u ${bam} \\
        | bcftools call --multiallelic-caller --constrain alleles --keep-alts --targets-file panel.tsv.gz ${args2} --output-type u \\
        | bcftools filter --exclude 'FORMAT/DP < ${minimum_depth}' --set-GTs . --output-type u \\
        | bcftools reheader --samples <(echo '${meta.id}') \\
        | bcftools view --output-type z --output ${prefix}.vcf.gz
    bcftools index --tbi ${prefix}.vcf.gz
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
