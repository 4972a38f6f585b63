// A short check, for who runs Nextflow by hand: touchstone run checks more, and names the column.

/**
 * The lanes of a samplesheet, CSV or JSON, as a list of [meta, [R1, R2]].
 * Ends the run, naming every line that is wrong, before any task starts.
 */
def readSamplesheet(samplesheet, truth_sets) {
    def rows = samplesheet.name.endsWith('.json') ? jsonRows(samplesheet) : csvRows(samplesheet)
    if (!rows) {
        error("${samplesheet}: no samples")
    }
    def lanes = rows.collect { where, row -> [where, row, laneOf(row)] }
    def mistakes = lanes.collectMany { where, row, meta ->
        mistakesOfRow(samplesheet, row, meta, truth_sets).collect { mistake -> "${where}: ${mistake}" }
    } + mistakesAmongRows(samplesheet, lanes)
    if (mistakes) {
        error("The samplesheet ${samplesheet} cannot be used:\n${mistakes.collect { mistake -> "  ${mistake}" }.join('\n')}")
    }
    return lanes.collect { _where, row, meta -> [meta, [locate(samplesheet, row.fastq_1), locate(samplesheet, row.fastq_2)]] }
}

def csvRows(samplesheet) {
    // A spreadsheet program may begin the file with a byte order mark.
    def rows = samplesheet.splitCsv(header: true, strip: true, quote: '"').collect { row -> row.collectEntries { column, value -> [(column.replace('\uFEFF', '')): value] } }
    def missing = rows ? ['sample', 'fastq_1', 'fastq_2', 'sex', 'replicate'] - rows[0].keySet() : []
    if (missing) {
        error("${samplesheet}, line 1: the header lacks ${missing.join(', ')}; it has ${rows[0].keySet().join(', ')}")
    }
    return rows.withIndex(2).collect { row, line -> ["line ${line}", row] }
}

def jsonRows(samplesheet) {
    def content = new groovy.json.JsonSlurperClassic().parseText(samplesheet.text)
    if (!(content instanceof List)) {
        error("${samplesheet}: has to be a list of objects, one for each lane")
    }
    return content.withIndex(1).collect { row, number -> ["entry ${number}", row] }
}

/** What is known of a lane. The read group has \t in two characters, as aligners take it. */
def laneOf(row) {
    def id = "${row.sample}_R${row.replicate}".toString()
    def lane = (row.lane ?: 'L1').toString()
    return [
        id: id,
        sample: row.sample?.toString(),
        replicate: row.replicate?.toString()?.isInteger() ? row.replicate.toString().toInteger() : null,
        sex: row.sex?.toString(),
        truth_set: row.truth_set ?: null,
        material: row.material ?: null,
        lot: row.lot ?: null,
        instrument: row.instrument ?: null,
        lane: lane,
        read_group: "@RG\\tID:${id}.${lane}\\tSM:${id}\\tLB:${id}\\tPL:ILLUMINA\\tPU:${id}.${lane}".toString(),
    ]
}

def mistakesOfRow(samplesheet, row, meta, truth_sets) {
    def mistakes = []
    if (!(meta.sample ==~ /[A-Za-z0-9][A-Za-z0-9._-]*/)) {
        mistakes << "sample '${row.sample}' has to be of letters, digits, dot, underscore and hyphen"
    }
    if (meta.replicate == null || meta.replicate < 1) {
        mistakes << "replicate '${row.replicate}' has to be a number from 1 on"
    }
    if (!(meta.sex in ['female', 'male', 'unknown'])) {
        mistakes << "sex '${row.sex}' has to be female, male or unknown"
    }
    // Files are sorted into folders by what comes before the lane in their names.
    if (!(meta.lane ==~ /[A-Za-z0-9.-]+/)) {
        mistakes << "lane '${row.lane}' has to be of letters, digits, dot and hyphen"
    }
    if (meta.truth_set && !(meta.truth_set in truth_sets)) {
        mistakes << "truth_set '${meta.truth_set}' is not among the parameter truth_sets (${truth_sets.join(', ') ?: 'none is given'})"
    }
    ['fastq_1', 'fastq_2'].each { column ->
        if (!row[column]) {
            mistakes << "${column} is empty: reads have to be paired"
        }
        else if (!(row[column] ==~ /[^\s,]+\.f(ast)?q(\.gz)?/)) {
            mistakes << "${column} '${row[column]}' has to end in .fastq.gz, .fq.gz, .fastq or .fq, and holds no space and no comma"
        }
        else if (!locate(samplesheet, row[column]).exists()) {
            mistakes << "${column}: ${locate(samplesheet, row[column])} does not exist"
        }
    }
    if (row.fastq_1 && row.fastq_1 == row.fastq_2) {
        mistakes << "fastq_1 and fastq_2 are the same file"
    }
    return mistakes
}

def mistakesAmongRows(samplesheet, lanes) {
    def mistakes = []
    lanes.groupBy { _where, _row, meta -> "${meta.id} lane ${meta.lane}" }.each { what, same ->
        if (same.size() > 1) {
            mistakes << "${what} is given ${same.size()} times (${same*.first().join(', ')}): lanes of one replicate need names of their own in the column lane"
        }
    }
    lanes.collectMany { where, row, _meta -> [row.fastq_1, row.fastq_2].toSet().findAll { name -> name }.collect { name -> [locate(samplesheet, name), where] } }
        .groupBy { path, _where -> path }
        .each { path, same ->
            if (same.size() > 1) {
                mistakes << "${path} is given ${same.size()} times (${same*.last().join(', ')})"
            }
        }
    lanes.groupBy { _where, _row, meta -> meta.sample }.each { sample, same ->
        if (same.collect { _where, _row, meta -> meta.sex }.unique().size() > 1) {
            mistakes << "sample ${sample} has more than one sex (${same*.first().join(', ')})"
        }
    }
    lanes.groupBy { _where, _row, meta -> meta.id }.each { id, same ->
        if (same.collect { _where, _row, meta -> meta.subMap('truth_set', 'material', 'lot', 'instrument') }.unique().size() > 1) {
            mistakes << "the lanes of ${id} differ in truth_set, material, lot or instrument (${same*.first().join(', ')})"
        }
    }
    return mistakes
}

def locate(samplesheet, name) {
    return name ==~ /(\/|[a-z0-9]+:\/\/).*/ ? file(name) : samplesheet.parent.resolve(name).normalize()
}
