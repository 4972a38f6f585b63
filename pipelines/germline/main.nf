include { readSamplesheet } from './functions/samplesheet'
include { contradictions ; inputFiles } from './functions/parameters'
include { GERMLINE } from './workflows/germline'

workflow {
    def wrong = contradictions(params)
    if (wrong) {
        error("The parameters cannot be used:\n${wrong.collect { mistake -> "  ${mistake}" }.join('\n')}")
    }
    if (!params.input) {
        error('The parameter input is needed: a samplesheet; nextflow_schema.json describes it')
    }

    lanes = readSamplesheet(file(params.input, checkIfExists: true), params.truth_sets.keySet())

    GERMLINE(lanes, inputFiles(params), params)
}
