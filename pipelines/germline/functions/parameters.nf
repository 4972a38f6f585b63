// Parameters as files that exist and as options, so that no workflow below main.nf knows of params.

/** The files that are given, with their indexes; what is not given is null, or [] where a process takes it as a path. */
def inputFiles(params) {
    return [
        fasta: required(params.fasta, 'fasta'),
        fai: optional(params.fasta_fai, 'fasta_fai'),
        dict: optional(params.fasta_dict, 'fasta_dict'),
        index: optional(params.bwa_index, 'bwa_index'),
        cache: params.reference_cache ? file(params.reference_cache) : null,
        known_sites: params.known_sites.collect { name -> indexed(name, 'known_sites') },
        intervals: optional(params.intervals, 'intervals'),
        annotation_cache: optional(params.annotation_cache, 'annotation_cache'),
        truth_sets: params.truth_sets.collectEntries { name, set ->
            [(name): indexed(set.vcf, "truth_sets.${name}.vcf") + [
                optional(set.regions, "truth_sets.${name}.regions") ?: [],
                set.stratification ? stratificationFiles(required(set.stratification, "truth_sets.${name}.stratification")) : [],
            ]]
        },
        monitored_variants: optional(params.monitored_variants, 'monitored_variants'),
        identity_sites: params.identity_sites ? indexed(params.identity_sites, 'identity_sites') : null,
        vqsr_snv: params.vqsr_snv_resources.collect { resource -> [resource, indexed(resource.vcf, 'vqsr_snv_resources')] },
        vqsr_indel: params.vqsr_indel_resources.collect { resource -> [resource, indexed(resource.vcf, 'vqsr_indel_resources')] },
        multiqc_config: optional(params.multiqc_config, 'multiqc_config') ?: file("${projectDir}/assets/multiqc_config.yml", checkIfExists: true),
    ]
}

/** What is wrong with parameters that depend on each other, as sentences. */
def contradictions(params) {
    def wrong = []
    [aligner: ['bwa-mem2', 'bwa'], annotator: ['vep', 'vepyr', 'none'], filter: ['hard', 'vqsr'], benchmark_engine: ['touchstone', 'happy']].each { name, allowed ->
        if (!(params[name] in allowed)) {
            wrong << "${name} is '${params[name]}', and has to be one of ${allowed.join(', ')}"
        }
    }
    if (params.annotator != 'none' && !params.annotation_cache) {
        wrong << "annotation_cache is needed by annotator ${params.annotator}; annotator none annotates nothing"
    }
    if (params.filter == 'vqsr' && !(params.vqsr_snv_resources && params.vqsr_indel_resources)) {
        wrong << "vqsr_snv_resources and vqsr_indel_resources are needed by filter vqsr; filter hard needs none"
    }
    if (!params.outdir) {
        wrong << "outdir is needed: the folder of the results"
    }
    return wrong
}

def required(name, parameter) {
    if (!name) {
        error("The parameter ${parameter} is needed; nextflow_schema.json describes it")
    }
    return existing(file(name), parameter)
}

def optional(name, parameter) {
    return name ? existing(file(name), parameter) : null
}

/** A VCF with the index that is beside it: .tbi of one compressed by bgzip, GATK's .idx of plain text. */
def indexed(name, parameter) {
    return [required(name, parameter), required(name.endsWith('.gz') ? "${name}.tbi" : "${name}.idx", "index of ${parameter}")]
}

def existing(path, parameter) {
    if (!path.exists()) {
        error("${path.toUriString()} (${parameter}) does not exist")
    }
    return path
}

/**
 * The table of a stratification and the BED files that it names, which a task gets side by side. A table that names files in folders
 * is written anew with their names alone.
 */
def stratificationFiles(table) {
    def rows = table.readLines().findAll { line -> line.trim() && !line.startsWith('#') }*.tokenize('\t')
    def beds = rows.collect { row -> existing(table.parent.resolve(row[1].trim()), "named by ${table.name}") }
    if (beds*.name.unique(false).size() < beds.size()) {
        error("${table.toUriString()} names two files of one name: they are put into one folder, and need names of their own")
    }
    if (rows.every { row -> !row[1].contains('/') }) {
        return [table] + beds
    }
    def content = [rows*.first(), beds*.name].transpose()*.join('\t').join('\n') + '\n'
    def flat = workflow.workDir.resolve("stratifications/${content.md5()}/${table.name}")
    if (!flat.exists()) {
        flat.parent.mkdirs()
        flat.text = content
    }
    return [flat] + beds
}
