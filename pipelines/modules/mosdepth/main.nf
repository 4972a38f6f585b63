process MOSDEPTH {
    tag "${meta.id}"
    label 'process_low'

    conda 'bioconda::mosdepth=0.3.11'
    // mosdepth:0.3.11--h0ec343a_1
    container 'quay.io/biocontainers/mosdepth@sha256:3e49d0f00c85930ff894a648147a82910df38d281bf81faf4f0ca07a72e60e6b'

    input:
    tuple val(meta), path(bam), path(bai)

    output:
    tuple val(meta), path("*.mosdepth.summary.txt"), emit: summary
    tuple val(meta), path("*.mosdepth.global.dist.txt"), emit: global
    tuple val(meta), path("*.regions.bed.gz"), emit: regions
    tuple val("${task.process}"), val('mosdepth'), eval("mosdepth --version | sed 's/mosdepth //'"), emit: versions_mosdepth, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def windows = args.tokenize().any { word -> word in ['--by', '-b'] } ? '' : '--by 1000'
    """
    mosdepth --threads ${task.cpus} --no-per-base ${windows} ${args} ${prefix} ${bam}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.mosdepth.summary.txt ${prefix}.mosdepth.global.dist.txt
    gzip -n < /dev/null > ${prefix}.regions.bed.gz
    """
}
