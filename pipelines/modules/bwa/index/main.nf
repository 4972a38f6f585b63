process BWA_INDEX {
    tag "${fasta.name}"
    label 'process_high'

    conda 'bioconda::bwa=0.7.17 bioconda::samtools=1.16.1'
    // bwa 0.7.17 and samtools 1.16.1
    container 'quay.io/biocontainers/mulled-v2-fe8faa35dbf6dc65a0f7f5d4ea12e31a79f73e40@sha256:9548dc56bdc0b734cd3767f9eea0f9d0ea1c44b35ef5fb35b0f746807cacbeea'

    input:
    tuple val(meta2), path(fasta)

    output:
    tuple val(meta2), path("bwa"), emit: index
    tuple val("${task.process}"), val('bwa'), eval("bwa 2>&1 | sed -n 's/^Version: //p'"), emit: versions_bwa, topic: versions

    script:
    def args = task.ext.args ?: ''
    """
    mkdir bwa
    bwa index ${args} -p bwa/${fasta.name} ${fasta}
    """

    stub:
    """
    mkdir bwa
    touch bwa/${fasta.name}.{amb,ann,bwt,pac,sa}
    """
}
