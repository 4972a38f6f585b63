process BWAMEM2_MEM {
    tag "${meta.id}"
    label 'process_high'

    conda 'bioconda::bwa-mem2=2.3 bioconda::samtools=1.22.1'
    // bwa-mem2_htslib_samtools:db98f81f55b64113, with bwa-mem2 2.3 and samtools 1.22.1
    container 'community.wave.seqera.io/library/bwa-mem2_htslib_samtools@sha256:5ebd1290d9680195817ce75915b79ae2e608834c017824b7e2bc7b141509b242'

    input:
    tuple val(meta), path(reads, stageAs: 'reads?/*')
    tuple val(meta2), path(index)
    tuple val(meta3), path(fasta)

    output:
    tuple val(meta), path("*.bam"), emit: bam
    tuple val("${task.process}"), val('bwa-mem2'), eval("bwa-mem2 version 2>/dev/null | grep -oE '[0-9]+([.][0-9]+)+' | tail -n 1"), emit: versions_bwamem2, topic: versions
    tuple val("${task.process}"), val('samtools'), eval("samtools --version | sed '1!d;s/.* //'"), emit: versions_samtools, topic: versions

    script:
    def args = task.ext.args ?: ''
    def args2 = task.ext.args2 ?: ''
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    if (!meta.read_group) {
        error("BWAMEM2_MEM: ${prefix} has no meta.read_group, and GATK takes no reads without one")
    }
    // The aligner wants \t in two characters, and refuses tabs.
    def read_group = meta.read_group.replace('\t', '\\t').replace("'", "'\\''")
    // A fixed -K: batches, and with them estimated insert sizes and alignments, do not depend on the number of threads.
    """
    set -o pipefail

    files=\$(find -L ${index}/ -name '*.bwt.2bit.64')
    if [ "\$(grep -c . <<< "\${files}")" -ne 1 ]; then
        echo "${index} has to hold one index of bwa-mem2, and holds: \${files:-none}" >&2
        exit 1
    fi

    bwa-mem2 mem -t ${task.cpus} -K 100000000 -Y -R '${read_group}' ${args} "\${files%.bwt.2bit.64}" ${reads} \\
        | samtools sort --threads ${task.cpus} --reference ${fasta} ${args2} -o ${prefix}.bam -
    """

    stub:
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    """
    touch ${prefix}.bam
    """
}
