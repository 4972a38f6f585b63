/**
 * What stands for another program, by the versions of what ran: [] or one of {standsFor, used, version, note}. A run is thus never
 * said to have used a program that it did not.
 */
def substitutionsOf(tool, version) {
    def known = [
        bwa: [
            standsFor: 'BWA-MEM2',
            note: 'BWA-MEM, the algorithm that BWA-MEM2 implements. That both give the same alignments is the statement of the authors of BWA-MEM2; it was not tried here.',
        ],
        vepyr: [
            standsFor: 'VEP',
            note: "Reads a cache of VEP and writes VEP's field CSQ. It was not compared with VEP here.",
        ],
    ]
    return known[tool] ? [[standsFor: known[tool].standsFor, used: tool, version: version ?: null, note: known[tool].note]] : []
}

/** A section of MultiQC that names them. */
def substitutionsSection(substitutions) {
    return [
        id: 'touchstone_substitutions',
        section_name: 'Programs that stood for others',
        description: 'This run used these programs in place of those that the pipeline is validated with.',
        plot_type: 'table',
        pconfig: [id: 'touchstone_substitutions_table', title: 'Programs that stood for others', namespace: 'Touchstone', no_violin: true, col1_header: 'Used'],
        headers: [standsFor: [title: 'In place of'], version: [title: 'Version'], note: [title: 'Note']],
        data: substitutions.collectEntries { row -> [(row.used): [standsFor: row.standsFor, version: row.version, note: row.note]] },
    ]
}
