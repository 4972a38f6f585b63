process ENSEMBLVEP_VEP {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::ensembl-vep=116.0'
    // ensembl-vep:release_116.0
    container 'ensemblorg/ensembl-vep@sha256:f354dd8d09073e4d943acbbd02f5eb234a9d9e9d444371c1c349910f2123de11'

    input:
    tuple val(meta), path(vcf), path(tbi)
    path cache
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val(meta), path("*.summary.html"), emit: summary
    tuple val("${task.process}"), val('ensemblvep'), eval("vep --help 2>/dev/null | sed -n 's/^ *ensembl-vep *: *//p'"), emit: versions_ensemblvep, topic: versions

    script:
    // Species, assembly and version of the cache come by ext.args: --species, --assembly, --cache_version.
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}.annotated"
    if (vcf.name == "${prefix}.vcf.gz") {
        error("ENSEMBLVEP_VEP would overwrite its input ${vcf.name}: set another ext.prefix")
    }
    """
    vep \\
        --input_file ${vcf} \\
        --output_file ${prefix}.vcf.gz \\
        --vcf \\
        --compress_output bgzip \\
        --stats_file ${prefix}.summary.html \\
        --offline \\
        --cache \\
        --dir_cache ${cache} \\
        --fasta ${fasta} \\
        --everything \\
        --fork ${task.cpus} \\
        --no_progress \\
        ${args}
    tabix -p vcf ${prefix}.vcf.gz
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.annotated"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi ${prefix}.summary.html
    """
}
