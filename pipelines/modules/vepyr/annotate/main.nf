process VEPYR_ANNOTATE {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::vepyr=0.10.0'
    // vepyr's authors publish no image: this name is of one built from `pip install vepyr==0.10.0`
    container 'vepyr:0.10.0'

    input:
    tuple val(meta), path(vcf), path(tbi)
    path cache
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('vepyr'), eval("vepyr --version | sed 's/^vepyr //'"), emit: versions_vepyr, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}.annotated"
    if (vcf.name == "${prefix}.vcf.gz") {
        error("VEPYR_ANNOTATE would overwrite its input ${vcf.name}: set another ext.prefix")
    }
    // Caches of Ensembl name contigs without chr, and vepyr asks the reference by these names: the same sequence gets an
    // index that knows them so.
    """
    mkdir plain
    ln -s ../${fasta} plain/reference.fa
    sed 's/^chr//' ${fai} > plain/reference.fa.fai

    vepyr annotate \\
        --input_file ${vcf} \\
        --output_file ${prefix}.vcf.gz \\
        --compress_output bgzip \\
        --dir_cache ${cache} \\
        --fasta plain/reference.fa \\
        --fork ${task.cpus} \\
        --no_progress \\
        ${args}
    tabix -p vcf ${prefix}.vcf.gz
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}.annotated"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
