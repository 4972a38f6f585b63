process TOUCHSTONE_MEASURE {
    tag "${meta.id}"
    label 'process_single'

    // The laboratory's own image of Touchstone; its releases are by digest, set for process.container.
    container 'touchstone:0.1.0'

    input:
    tuple val(meta), path(vcf), path(tbi)
    path monitored, stageAs: 'monitored/*'
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.csv"), emit: measurements
    tuple val("${task.process}"), val('touchstone'), eval("touchstone --version"), emit: versions_touchstone, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: "${meta.id}"
    def replicate_option = meta.replicate ? "--replicate ${quoted(meta.replicate)}" : ''
    def lot_option = meta.lot ? "--material-lot ${quoted(meta.lot)}" : ''
    def instrument_option = meta.instrument ? "--instrument ${quoted(meta.instrument)}" : ''
    """
    touchstone measure \\
        --calls ${vcf} \\
        --variants ${monitored} \\
        --reference ${fasta} \\
        --material ${quoted(meta.material ?: meta.sample)} \\
        ${lot_option} \\
        ${replicate_option} \\
        ${instrument_option} \\
        --out ${prefix}.csv \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: "${meta.id}"
    """
    echo material,material_lot,analyte,level,replicate,value,depth,kind,instrument > ${prefix}.csv
    """
}

/** A word of the shell, whatever a samplesheet holds. */
def quoted(text) {
    return "'" + text.toString().replace("'", "'\\''") + "'"
}
