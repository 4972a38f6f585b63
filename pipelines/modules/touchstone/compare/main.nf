process TOUCHSTONE_COMPARE {
    tag "${meta.id}"
    label 'process_medium'

    // The laboratory's own image of Touchstone; its releases are by digest, set for process.container.
    container 'touchstone:0.1.0'

    input:
    tuple val(meta), path(query, stageAs: 'query/*'), path(query_tbi, stageAs: 'query/*'), path(truth, stageAs: 'truth/*'), path(truth_tbi, stageAs: 'truth/*'), path(regions, stageAs: 'regions/*'), path(stratification, stageAs: 'stratification/*')
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.*"), emit: results
    tuple val(meta), path("*.metrics.json"), emit: metrics
    tuple val(meta), path("*_mqc.json"), emit: multiqc
    tuple val("${task.process}"), val('touchstone'), eval("touchstone --version"), emit: versions_touchstone, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def region_option = regions ? "--regions ${regions}" : ''
    def table = [stratification].flatten().find { file -> file.name.endsWith('.tsv') }
    def stratification_option = table ? "--stratifications ${table}" : ''
    """
    touchstone compare \\
        --truth ${truth} \\
        --query ${query} \\
        --reference ${fasta} \\
        ${region_option} \\
        ${stratification_option} \\
        --out ${prefix} \\
        --html \\
        --multiqc \\
        --threads ${task.cpus} \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi ${prefix}.summary.csv ${prefix}.extended.csv ${prefix}.html ${prefix}.provenance.json
    echo '{}' > ${prefix}.metrics.json
    echo '{}' > ${prefix}.touchstone_comparison_mqc.json
    """
}
