process BCFTOOLS_TRUTHGENOTYPES {
    tag "${meta.id}"
    label 'process_single'

    conda 'bioconda::bcftools=1.24'
    // bcftools:1.24--h118bc1c_2
    container 'quay.io/biocontainers/bcftools@sha256:a3e0d3007ffe325c409b398f660840a3e7574d076219c6e82fc994ced87d47c3'

    input:
    tuple val(meta), path(truth, stageAs: 'truth/*'), path(truth_tbi, stageAs: 'truth/*'), path(regions)
    tuple val(meta3), path(sites, stageAs: 'sites/*'), path(sites_tbi, stageAs: 'sites/*')

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('bcftools'), eval("bcftools --version | sed '1!d;s/.* //'"), emit: versions_bcftools, topic: versions

    script:
    def prefix = task.ext.prefix ?: "${meta.id}.truth"
    // Within confident regions a site that the truth does not name is reference; without regions nothing is known of it.
    def restriction = regions ? "--targets-file ${regions}" : ''
    def unnamed = regions ? '0/0' : './.'
    """
    set -o pipefail

    mkdir panel
    bcftools view --drop-genotypes --types snps --max-alleles 2 ${restriction} --output-type z --output panel/sites.vcf.gz ${sites}
    bcftools index --tbi panel/sites.vcf.gz
    bcftools query --format '%CHROM\\t%POS\\t%REF\\t%ALT\\n' panel/sites.vcf.gz > panel.tsv

    # A variant at a site of the panel may be part of a longer record, or one of several alleles.
    bcftools view --regions-file panel/sites.vcf.gz --apply-filters .,PASS --output-type u ${truth} \\
        | bcftools norm --atomize --output-type u \\
        | bcftools norm --multiallelics -any --output-type u \\
        | bcftools query --format '%CHROM\\t%POS\\t%REF\\t%ALT\\t[%GT]\\n' > truth.tsv

    {
        printf '##fileformat=VCFv4.2\\n##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\\n'
        bcftools view --header-only panel/sites.vcf.gz | grep '^##contig='
        printf '#CHROM\\tPOS\\tID\\tREF\\tALT\\tQUAL\\tFILTER\\tINFO\\tFORMAT\\t%s\\n' '${meta.id}'
        awk -v unnamed='${unnamed}' 'BEGIN { FS = OFS = "\\t" }
            { key = \$1 FS \$2 FS \$3 FS \$4 }
            FILENAME == "truth.tsv" { genotype[key] = \$5; next }
            { print \$1, \$2, ".", \$3, \$4, ".", ".", ".", "GT", key in genotype ? genotype[key] : unnamed }' truth.tsv panel.tsv
    } | bcftools view --output-type z --output ${prefix}.vcf.gz
    bcftools index --tbi ${prefix}.vcf.gz
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.truth"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
