include { indexed ; optional ; required ; stratificationFiles } from '../../germline/functions/parameters'

/** Truth sets by name: [version, vcf, tbi, regions or [], files of the stratification or []]. */
def truthSets(given) {
    return given.collectEntries { name, set ->
        [(name): [set.version ?: ''] + indexed(set.vcf, "truth_sets.${name}.vcf") + [
            optional(set.regions, "truth_sets.${name}.regions") ?: [],
            set.stratification ? stratificationFiles(required(set.stratification, "truth_sets.${name}.stratification")) : [],
        ]]
    }
}

/** What is wrong with the parameters, as sentences. */
def contradictions(params) {
    def wrong = []
    if (!params.outdir) {
        wrong << "outdir is needed: the folder of the results"
    }
    if (!params.truth_sets) {
        wrong << "truth_sets is needed: what call sets are compared with, by name"
    }
    if (!(params.match in ['genotype', 'alleles'])) {
        wrong << "match is '${params.match}', and has to be genotype or alleles"
    }
    return wrong
}
