process TOUCHSTONE_IDENTITY {
    tag "${meta.id}"
    label 'process_single'

    // The laboratory's own image of Touchstone; its releases are by digest, set for process.container.
    container 'touchstone:0.1.0'

    input:
    tuple val(meta), path(pairs, stageAs: 'pairs/*'), path(summaries, stageAs: 'coverage/*'), path(samplesheet)

    output:
    tuple val(meta), path("*.identity.json"), emit: json
    tuple val(meta), path("*.identity.tsv"), emit: tsv
    tuple val(meta), path("*_mqc.json"), emit: multiqc
    tuple val("${task.process}"), val('touchstone'), eval("touchstone --version"), emit: versions_touchstone, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def pair_options = [pairs].flatten().collect { file -> "--pairs ${file}" }.join(' ')
    def coverage_options = [summaries].flatten().collect { file -> "--coverage ${file}" }.join(' ')
    """
    touchstone identity \\
        --samplesheet ${samplesheet} \\
        ${pair_options} \\
        ${coverage_options} \\
        --out ${prefix} \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo '{}' > ${prefix}.identity.json
    touch ${prefix}.identity.tsv
    echo '{}' > ${prefix}.touchstone_identity_mqc.json
    """
}
