process HAPPY_HAPPY {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::hap.py=0.3.15'
    // hap.py:0.3.15--py27hcb73b3d_0
    container 'quay.io/biocontainers/hap.py@sha256:d63b963a6cb01b4830393b22369e7b91d298e4156dde353739e74e4cfa4f96d0'

    input:
    tuple val(meta), path(query, stageAs: 'query/*'), path(query_tbi, stageAs: 'query/*'), path(truth, stageAs: 'truth/*'), path(truth_tbi, stageAs: 'truth/*'), path(regions, stageAs: 'regions/*'), path(stratification, stageAs: 'stratification/*')
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("${task.ext.prefix ?: meta.id}.*"), emit: results
    tuple val(meta), path("*.summary.csv"), emit: summary
    // hap.py 0.3.15 cannot say its own version
    tuple val("${task.process}"), val('hap.py'), val('0.3.15'), emit: versions_happy, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def region_option = regions ? "--false-positives ${regions}" : ''
    def table = [stratification].flatten().find { file -> file.name.endsWith('.tsv') }
    def stratification_option = table ? "--stratification ${table}" : ''
    """
    hap.py \\
        ${truth} \\
        ${query} \\
        --reference ${fasta} \\
        ${region_option} \\
        ${stratification_option} \\
        --threads ${task.cpus} \\
        --report-prefix ${prefix} \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi ${prefix}.summary.csv ${prefix}.extended.csv ${prefix}.runinfo.json
    """
}
