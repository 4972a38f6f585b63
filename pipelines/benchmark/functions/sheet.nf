include { stratificationFiles } from '../../germline/functions/parameters'

// A short check, for who runs Nextflow by hand: touchstone run checks more, and names the column.

/**
 * The comparisons of a sheet, CSV or JSON, as a list of [meta, vcf, tbi or [], files of the stratification or null]; null stands
 * for the stratification of the truth set. Ends the run, naming every line that is wrong, before any task starts.
 */
def readSheet(sheet, truth_sets) {
    def rows = sheet.name.endsWith('.json') ? jsonRows(sheet) : csvRows(sheet)
    if (!rows) {
        error("${sheet}: no comparisons")
    }
    def read = rows.collect { where, row -> [where, row, comparisonOf(row)] }
    def mistakes = read.collectMany { where, row, meta ->
        mistakesOfRow(sheet, row, meta, truth_sets).collect { mistake -> "${where}: ${mistake}" }
    }
    read.groupBy { _where, _row, meta -> meta.id }.each { id, same ->
        if (same.size() > 1) {
            mistakes << "${id} is given ${same.size()} times (${same*.first().join(', ')}): a call set is compared once with a truth set and a stratification"
        }
    }
    if (mistakes) {
        error("The sheet ${sheet} cannot be used:\n${mistakes.collect { mistake -> "  ${mistake}" }.join('\n')}")
    }
    return read.collect { _where, row, meta ->
        def vcf = locate(sheet, row.vcf)
        def index = vcf.resolveSibling("${vcf.name}.tbi")
        [meta, vcf, index.exists() ? index : [], row.stratification ? stratificationFiles(locate(sheet, row.stratification)) : null]
    }
}

def csvRows(sheet) {
    // A spreadsheet program may begin the file with a byte order mark.
    def rows = sheet.splitCsv(header: true, strip: true, quote: '"').collect { row -> row.collectEntries { column, value -> [(column.replace('\uFEFF', '')): value] } }
    def missing = rows ? ['sample', 'caller', 'vcf', 'truth_set'] - rows[0].keySet() : []
    if (missing) {
        error("${sheet}, line 1: the header lacks ${missing.join(', ')}; it has ${rows[0].keySet().join(', ')}")
    }
    return rows.withIndex(2).collect { row, line -> ["line ${line}", row] }
}

def jsonRows(sheet) {
    def content = new groovy.json.JsonSlurperClassic().parseText(sheet.text)
    if (!(content instanceof List)) {
        error("${sheet}: has to be a list of objects, one for each comparison")
    }
    return content.withIndex(1).collect { row, number -> ["entry ${number}", row] }
}

/** What is known of a comparison. All its files begin with its id. */
def comparisonOf(row) {
    def stratification = row.stratification ? row.stratification.toString().tokenize('/').last() - ~/\.tsv$/ : null
    return [
        id: [row.sample, row.caller, row.truth_set, stratification].findAll { part -> part }.join('.'),
        sample: row.sample?.toString(),
        caller: row.caller?.toString(),
        truth_set: row.truth_set?.toString(),
        stratification: stratification,
    ]
}

def mistakesOfRow(sheet, row, meta, truth_sets) {
    def mistakes = []
    ['sample', 'caller'].each { column ->
        if (!(meta[column] ==~ /[A-Za-z0-9][A-Za-z0-9._-]*/)) {
            mistakes << "${column} '${row[column] ?: ''}' has to be of letters, digits, dot, underscore and hyphen"
        }
    }
    if (!(meta.truth_set in truth_sets)) {
        mistakes << "truth_set '${row.truth_set ?: ''}' is not among the parameter truth_sets (${truth_sets.join(', ')})"
    }
    if (!(row.vcf ==~ /[^\s,]+\.vcf(\.gz)?/)) {
        mistakes << "vcf '${row.vcf ?: ''}' has to end in .vcf.gz or .vcf, and holds no space and no comma"
    }
    else if (!locate(sheet, row.vcf).exists()) {
        mistakes << "vcf: ${locate(sheet, row.vcf)} does not exist"
    }
    if (row.stratification && !(row.stratification ==~ /[^\s,]+\.tsv/)) {
        mistakes << "stratification '${row.stratification}' has to end in .tsv, and holds no space and no comma"
    }
    else if (row.stratification && !locate(sheet, row.stratification).exists()) {
        mistakes << "stratification: ${locate(sheet, row.stratification)} does not exist"
    }
    return mistakes
}

def locate(sheet, name) {
    return name ==~ /(\/|[a-z0-9]+:\/\/).*/ ? file(name) : sheet.parent.resolve(name).normalize()
}
