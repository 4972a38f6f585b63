process MULTIQC {
    tag "multiqc"
    label 'process_single'

    conda 'bioconda::multiqc=1.35'
    // multiqc:1.35--pyhdfd78af_1
    container 'quay.io/biocontainers/multiqc@sha256:b65e3fe879df27b92334dda0fd987a6e21bdee09a2848551d4f287099a93b7ac'

    input:
    path files, stageAs: 'input?/*'
    path config
    path sections, stageAs: 'sections?/*'

    output:
    path "multiqc_report.html", emit: report
    path "multiqc_data", emit: data
    tuple val("${task.process}"), val('multiqc'), eval("multiqc --version | sed 's/.*version //'"), emit: versions_multiqc, topic: versions

    script:
    def args = task.ext.args ?: ''
    def configuration = config ? "--config ${config}" : ''
    // The first line asks no server for a newer release: the report is made without a network.
    """
    export MULTIQC_NO_VERSION_CHECK=true
    multiqc --force --filename multiqc_report ${configuration} ${args} .
    mv multiqc_report_data multiqc_data
    """

    stub:
    """
    mkdir multiqc_data
    touch multiqc_report.html multiqc_data/multiqc_data.json
    """
}
