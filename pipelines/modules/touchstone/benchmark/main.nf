process TOUCHSTONE_BENCHMARK {
    tag "${meta.id}"
    label 'process_single'

    // The laboratory's own image of Touchstone; its releases are by digest, set for process.container.
    container 'touchstone:0.1.0'

    input:
    tuple val(meta), path(list, stageAs: 'compared/*'), path(results, stageAs: 'compared/*')

    output:
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.csv"), emit: table
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.json"), emit: document
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.html"), emit: report
    tuple val(meta), path("*_mqc.json"), emit: multiqc
    tuple val("${task.process}"), val('touchstone'), eval("touchstone --version"), emit: versions_touchstone, topic: versions

    script:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touchstone report benchmark ${list} --out ${prefix}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.csv ${prefix}.html
    echo '{}' > ${prefix}.json
    echo '{}' > ${prefix}.touchstone_benchmark_mqc.json
    """
}
