include { optional ; required } from '../germline/functions/parameters'
include { readSheet } from './functions/sheet'
include { contradictions ; truthSets } from './functions/parameters'
include { BENCHMARK } from './workflows/benchmark'

workflow {
    def wrong = contradictions(params)
    if (wrong) {
        error("The parameters cannot be used:\n${wrong.collect { mistake -> "  ${mistake}" }.join('\n')}")
    }
    def fasta = required(params.fasta, 'fasta')
    def files = [
        fasta: fasta,
        fai: optional(params.fasta_fai, 'fasta_fai') ?: [],
        truth_sets: truthSets(params.truth_sets),
        multiqc_config: optional(params.multiqc_config, 'multiqc_config') ?: file("${projectDir}/assets/multiqc_config.yml", checkIfExists: true),
    ]
    BENCHMARK(readSheet(required(params.input, 'input'), files.truth_sets.keySet()), files, params)
}
