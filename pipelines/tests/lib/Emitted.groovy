import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/**
 * What a channel of a process emitted, held against what a case expects: the assertions of tests/cases.yml, one place for
 * nf-test and for the project's own check.
 */
class Emitted {

    /** A line for each difference; none where all is as expected. Items may come in any order. */
    static List<String> mismatches(Object emitted, List expected) {
        def items = new ArrayList((emitted ?: []) as List)
        if (items.size() != expected.size()) {
            return ["${items.size()} items instead of ${expected.size()}".toString()]
        }
        def found = []
        expected.eachWithIndex { wanted, number ->
            def match = items.findIndexOf { item -> differences(item, wanted, '').isEmpty() }
            if (match >= 0) {
                items.remove(match)
            }
            else {
                found.addAll(differences(items[0], wanted, "item ${number}"))
                items.remove(0)
            }
        }
        return found
    }

    private static List<String> differences(Object actual, Object expected, String where) {
        if (expected instanceof List) {
            return listDifferences(actual, expected, where)
        }
        if (expected instanceof Map && expected.containsKey('file')) {
            return fileDifferences(actual, expected, where)
        }
        if (expected instanceof Map && expected.containsKey('folder')) {
            return folderDifferences(actual, expected, where)
        }
        if (expected instanceof Map && expected.keySet() == ['matches'] as Set) {
            return actual ==~ expected.matches ? [] : ["${where}: ${actual} does not match ${expected.matches}".toString()]
        }
        return actual == expected ? [] : ["${where}: ${actual} instead of ${expected}".toString()]
    }

    private static List<String> listDifferences(Object actual, List expected, String where) {
        if (!(actual instanceof List) || actual.size() != expected.size()) {
            return ["${where}: ${actual} instead of ${expected.size()} elements".toString()]
        }
        return [actual, expected].transpose().withIndex().collectMany { pair, number ->
            differences(pair[0], pair[1], "${where}[${number}]")
        }
    }

    private static List<String> folderDifferences(Object actual, Map expected, String where) {
        def folder = pathOf(actual)
        def names = Files.isDirectory(folder) ? folder.toFile().list().toList().sort() : null
        def wanted = expected.holds*.file.sort()
        def complete = names != null && (expected.others ? names.containsAll(wanted) : names == wanted)
        if (folder.fileName.toString() != expected.folder || !complete) {
            return ["${where}: ${folder.fileName} with ${names} instead of ${expected.folder} with ${wanted}".toString()]
        }
        return expected.holds.collectMany { entry ->
            fileDifferences(folder.resolve(entry.file), entry, "${where}/${entry.file}")
        }
    }

    private static List<String> fileDifferences(Object actual, Map expected, String where) {
        if (actual == null || actual instanceof List || actual instanceof Map) {
            return ["${where}: ${actual} instead of the file ${expected.file}".toString()]
        }
        def path = pathOf(actual)
        if (path.fileName.toString() != expected.file || !Files.exists(path)) {
            return ["${where}: ${path.fileName} instead of ${expected.file}".toString()]
        }
        def assertions = expected.findAll { key, _value -> !(key in ['file', 'entry']) }
        if (assertions.isEmpty()) {
            return []
        }
        def content = new EmittedContent(path, expected.entry as String)
        return assertions.collectMany { key, value -> content.differences(key, value) }
            .collect { difference -> "${where} ${path.fileName}: ${difference}".toString() }
    }

    private static Path pathOf(Object value) {
        return value instanceof Path ? value : Paths.get(value.toString())
    }
}
