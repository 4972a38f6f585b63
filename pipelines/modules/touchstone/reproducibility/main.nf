process TOUCHSTONE_REPRODUCIBILITY {
    tag "${meta.id}"
    label 'process_medium'

    // The laboratory's own image of Touchstone; its releases are by digest, set for process.container.
    container 'touchstone:0.1.0'

    input:
    tuple val(meta), path(vcfs, stageAs: 'replicates/*'), path(tbis, stageAs: 'replicates/*')

    output:
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.*"), emit: results
    tuple val(meta), path("*_mqc.json"), emit: multiqc
    tuple val("${task.process}"), val('touchstone'), eval("touchstone --version"), emit: versions_touchstone, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def replicate_options = [vcfs].flatten().collect { vcf -> "--replicate ${vcf}" }.sort().join(' ')
    """
    touchstone reproducibility \\
        ${replicate_options} \\
        --out ${prefix} \\
        --threads ${task.cpus} \\
        ${args}
    touchstone report reproducibility ${prefix} --out ${prefix}.html
    touchstone report multiqc ${prefix} --out ${prefix}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo '{}' > ${prefix}.reproducibility.json
    echo | gzip -n > ${prefix}.variants.tsv.gz
    touch ${prefix}.pairs.csv ${prefix}.html
    echo '{}' > ${prefix}.touchstone_reproducibility_mqc.json
    """
}
