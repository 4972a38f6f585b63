process BWAMEM2_INDEX {
    tag "${fasta.name}"
    label 'process_high'

    conda 'bioconda::bwa-mem2=2.3 bioconda::samtools=1.22.1'
    // bwa-mem2_htslib_samtools:db98f81f55b64113, with bwa-mem2 2.3 and samtools 1.22.1
    container 'community.wave.seqera.io/library/bwa-mem2_htslib_samtools@sha256:5ebd1290d9680195817ce75915b79ae2e608834c017824b7e2bc7b141509b242'

    input:
    tuple val(meta2), path(fasta)

    output:
    tuple val(meta2), path("bwamem2"), emit: index
    tuple val("${task.process}"), val('bwa-mem2'), eval("bwa-mem2 version 2>/dev/null | grep -oE '[0-9]+([.][0-9]+)+' | tail -n 1"), emit: versions_bwamem2, topic: versions

    script:
    def args = task.ext.args ?: ''
    """
    mkdir bwamem2
    bwa-mem2 index ${args} -p bwamem2/${fasta.name} ${fasta}
    """

    stub:
    """
    mkdir bwamem2
    touch bwamem2/${fasta.name}.{0123,amb,ann,bwt.2bit.64,pac}
    """
}
