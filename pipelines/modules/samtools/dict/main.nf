process SAMTOOLS_DICT {
    tag "${fasta.name}"
    label 'process_single'

    conda 'bioconda::samtools=1.24'
    // samtools:1.24--h9dcdb79_1
    container 'quay.io/biocontainers/samtools@sha256:a130447589651ed09252aa95a5e4f4132942cdb54d835d81a04a9a930d656561'

    input:
    tuple val(meta2), path(fasta)

    output:
    tuple val(meta2), path("*.dict"), emit: dict
    tuple val("${task.process}"), val('samtools'), eval("samtools --version | sed '1!d;s/.* //'"), emit: versions_samtools, topic: versions

    script:
    def args = task.ext.args ?: ''
    // The name that GATK looks for: the FASTA's, without .fa, .fasta or .fna and without .gz.
    def prefix = task.ext.prefix ?: fasta.name.replaceFirst(/\.(fa|fasta|fna)(\.gz)?$/, '')
    // UR would be the path of the work folder, another one in every run.
    """
    samtools dict ${args} --uri ${fasta} --output ${prefix}.dict ${fasta}
    """

    stub:
    def prefix = task.ext.prefix ?: fasta.name.replaceFirst(/\.(fa|fasta|fna)(\.gz)?$/, '')
    """
    touch ${prefix}.dict
    """
}
