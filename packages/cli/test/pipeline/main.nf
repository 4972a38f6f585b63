// Three steps over the lanes of a samplesheet, for tests: each can wait, and the last can fail.

process COUNT {
    tag "${meta.id}"

    input:
    tuple val(meta), path(reads), val(wait_for)

    output:
    tuple val(meta), path("${meta.id}.count.txt")

    script:
    """
    while [ -n "${wait_for}" ] && [ ! -e "${wait_for}.${meta.id}" ]; do sleep 0.1; done
    cat ${reads} | wc -l > ${meta.id}.count.txt
    touchstone --version > version.txt
    """
}

process DOUBLE {
    tag "${meta.id}"

    input:
    tuple val(meta), path(count)

    output:
    path("${meta.id}.double.txt")

    script:
    """
    echo \$(( 2 * \$(cat ${count}) )) > ${meta.id}.double.txt
    """
}

process GATHER {
    publishDir "${params.outdir}/calls", mode: 'copy', pattern: '*.txt'
    publishDir "${params.outdir}/pipeline_info", mode: 'copy', pattern: '*.json'

    input:
    path(counts)
    val(exit_code)
    val(suffix)

    output:
    path("all.txt")
    path("*.json")

    script:
    """
    sort ${counts} > all.txt
    echo 'sum${suffix}' >> all.txt
    echo '[{"process":"GATHER","tool":"sort","version":"9.1"}]' > versions.json
    echo '[{"standsFor":"GNU sort","used":"sort","version":"9.1","note":null}]' > substitutions.json
    if [ ${exit_code} != 0 ]; then echo 'the counts do not add up' >&2; exit ${exit_code}; fi
    """
}

workflow {
    lanes = channel.fromList(new groovy.json.JsonSlurperClassic().parseText(file(params.input).text))
    COUNT(lanes.map { lane -> [[id: lane.id], [file(lane.fastq_1), file(lane.fastq_2)], params.wait_for ?: ''] })
    DOUBLE(COUNT.out)
    GATHER(DOUBLE.out.collect(), params.exit_code, params.suffix)
}
