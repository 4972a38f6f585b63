process BWA_MEM {
    tag "${meta.id}"
    label 'process_high'

    conda 'bioconda::bwa=0.7.17 bioconda::samtools=1.16.1'
    // bwa 0.7.17 and samtools 1.16.1
    container 'quay.io/biocontainers/mulled-v2-fe8faa35dbf6dc65a0f7f5d4ea12e31a79f73e40@sha256:9548dc56bdc0b734cd3767f9eea0f9d0ea1c44b35ef5fb35b0f746807cacbeea'

    input:
    tuple val(meta), path(reads, stageAs: 'reads?/*')
    tuple val(meta2), path(index)
    tuple val(meta3), path(fasta)

    output:
    tuple val(meta), path("*.bam"), emit: bam
    tuple val("${task.process}"), val('bwa'), eval("bwa 2>&1 | sed -n 's/^Version: //p'"), emit: versions_bwa, topic: versions
    tuple val("${task.process}"), val('samtools'), eval("samtools --version | sed '1!d;s/.* //'"), emit: versions_samtools, topic: versions

    script:
    def args = task.ext.args ?: ''
    def args2 = task.ext.args2 ?: ''
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    if (!meta.read_group) {
        error("BWA_MEM: ${prefix} has no meta.read_group, and GATK takes no reads without one")
    }
    // The aligner wants \t in two characters, and refuses tabs.
    def read_group = meta.read_group.replace('\t', '\\t').replace("'", "'\\''")
    // A fixed -K: batches, and with them estimated insert sizes and alignments, do not depend on the number of threads.
    """
    set -o pipefail

    files=\$(find -L ${index}/ -name '*.bwt')
    if [ "\$(grep -c . <<< "\${files}")" -ne 1 ]; then
        echo "${index} has to hold one index of bwa, and holds: \${files:-none}" >&2
        exit 1
    fi

    bwa mem -t ${task.cpus} -K 100000000 -Y -R '${read_group}' ${args} "\${files%.bwt}" ${reads} \\
        | samtools sort --threads ${task.cpus} --reference ${fasta} ${args2} -o ${prefix}.bam -
    """

    stub:
    def prefix = task.ext.prefix ?: (meta.lane ? "${meta.id}_${meta.lane}" : "${meta.id}")
    """
    touch ${prefix}.bam
    """
}
