process SAMTOOLS_FAIDX {
    tag "${fasta.name}"
    label 'process_single'

    conda 'bioconda::samtools=1.24'
    // samtools:1.24--h9dcdb79_1
    container 'quay.io/biocontainers/samtools@sha256:a130447589651ed09252aa95a5e4f4132942cdb54d835d81a04a9a930d656561'

    input:
    tuple val(meta2), path(fasta)

    output:
    tuple val(meta2), path("*.fai"), emit: fai
    tuple val("${task.process}"), val('samtools'), eval("samtools --version | sed '1!d;s/.* //'"), emit: versions_samtools, topic: versions

    script:
    def args = task.ext.args ?: ''
    """
    samtools faidx ${args} ${fasta}
    """

    stub:
    """
    touch ${fasta}.fai
    """
}
