process GATK4_GENOTYPEGVCFS {
    tag "${meta.id}"
    label 'process_medium'

    conda 'bioconda::gatk4=4.6.2.0'
    // gatk:4.6.2.0
    container 'broadinstitute/gatk@sha256:71b17ee42d149e8ec112603f5305c873ab60d93949ef8bb62a4fff85427f56fb'

    input:
    tuple val(meta), path(gvcfs, stageAs: 'gvcfs/*'), path(tbis, stageAs: 'gvcfs/*'), path(intervals)
    tuple val(meta2), path(fasta), path(fai), path(dict)

    output:
    tuple val(meta), path("*.vcf.gz"), path("*.vcf.gz.tbi"), emit: vcf
    tuple val("${task.process}"), val('gatk4'), eval("gatk --version 2>/dev/null | sed -n 's/.*(GATK) v//p'"), emit: versions_gatk4, topic: versions

    script:
    def args = task.ext.args ?: ''
    def prefix = task.ext.prefix ?: (intervals ? "${meta.id}.${intervals.baseName}" : "${meta.id}")
    def interval_option = intervals ? "--intervals ${intervals}" : ''
    // A call that starts in an interval belongs to it alone, so that merged parts hold each call once.
    def border_option = intervals ? '--variant-output-filtering STARTS_IN' : ''
    def inputs = gvcfs instanceof List ? gvcfs.sort(false) { gvcf -> gvcf.name } : [gvcfs]
    def database = inputs.find { input -> !input.name.endsWith('.vcf.gz') && !input.name.endsWith('.vcf') }
    def combine = inputs.size() > 1
    def source = database ? "gendb://${database}" : combine ? 'combined/combined.g.vcf.gz' : "${inputs[0]}"
    def variant_options = inputs.collect { gvcf -> "--variant ${gvcf}" }.join(' ')
    def heap = task.memory ? (task.memory.toMega() * (database ? 0.6 : 0.8)).intValue() : 3072
    def combine_command = combine ? """
    mkdir combined
    gatk --java-options "-Xmx${heap}M" CombineGVCFs --reference ${fasta} ${variant_options} ${interval_option} --output combined/combined.g.vcf.gz --tmp-dir .
    """.trim() : ''
    """
    ${combine_command}
    gatk --java-options "-Xmx${heap}M" GenotypeGVCFs \\
        --variant ${source} \\
        --reference ${fasta} \\
        --output ${prefix}.vcf.gz \\
        ${interval_option} ${border_option} \\
        --tmp-dir . \\
        ${args}
    """

    stub:
    def prefix = task.ext.prefix ?: (intervals ? "${meta.id}.${intervals.baseName}" : "${meta.id}")
    """
    echo | gzip -n > ${prefix}.vcf.gz
    touch ${prefix}.vcf.gz.tbi
    """
}
