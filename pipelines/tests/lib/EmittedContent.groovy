import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.util.zip.GZIPInputStream
import java.util.zip.ZipFile

/** The content of an emitted file, as text: decompressed, of a .zip one entry, of a .bam what {@link BamText} says. */
class EmittedContent {

    private final String name
    private final String text
    private final long bytes

    EmittedContent(Path path, String entry) {
        name = entry ?: path.fileName.toString()
        text = textOf(path, entry)
        bytes = Files.size(path)
    }

    /** What differs from one assertion of cases.yml; none where it holds. */
    List<String> differences(String assertion, Object expected) {
        switch (assertion) {
            case 'lines':
                return unequal('lines', lines().size(), expected)
            case 'bytes':
                return unequal('bytes', bytes as BigDecimal, expected as BigDecimal)
            case 'contains':
                return expected.findAll { wanted -> !text.contains(wanted) }.collect { wanted -> "does not contain ${wanted}" }
            case 'lacks':
                return expected.findAll { unwanted -> text.contains(unwanted) }.collect { unwanted -> "contains ${unwanted}" }
            case 'numbers':
                return expected.collectMany { number -> numberDifferences(number) }
            case 'sha256':
                return unequal('sha256', sha256(), expected)
            case 'flagged':
                return expected.collectMany { flags, count -> unequal("reads with flags ${flags}", flagged(flags as int), count) }
            case 'begins':
                return text.startsWith(expected) ? [] : ["begins with ${text.take(8)} instead of ${expected}"]
            default:
                return ["no assertion is called ${assertion}"]
        }
    }

    private static List<String> unequal(String what, Object actual, Object expected) {
        return actual == expected ? [] : ["${what}: ${actual} instead of ${expected}"]
    }

    private List<String> numberDifferences(Map expected) {
        def match = text =~ expected.find
        if (!match.find()) {
            return ["nothing matches ${expected.find}"]
        }
        def number = match.group(1) as BigDecimal
        def holds = (expected.equals == null || number == expected.equals)
            && (expected.atLeast == null || number >= expected.atLeast)
            && (expected.atMost == null || number <= expected.atMost)
        return holds ? [] : ["${number} instead of ${expected}"]
    }

    private int flagged(int flags) {
        return lines().count { line -> ((line.tokenize('\t')[1] as int) & flags) == flags }
    }

    private String sha256() {
        def digest = MessageDigest.getInstance('SHA-256')
        lines().each { line -> digest.update("${line}\n".getBytes(StandardCharsets.ISO_8859_1)) }
        return digest.digest().encodeHex().toString()
    }

    /** Without the header. Reads and sequences have none, though their lines may begin with @ and #. */
    private List<String> lines() {
        def all = text.isEmpty() ? [] : text.split('\n', -1) as List
        if (all && all.last() == '') {
            all = all.init()
        }
        def plain = name - ~/\.gz$/
        if (plain ==~ /.*\.(fq|fastq|fa|fasta|dict)/) {
            return all
        }
        def header = plain ==~ /.*\.(bam|sam|interval_list)/ ? '@' : '#'
        return all.findAll { line -> !line.startsWith(header) }
    }

    private static String textOf(Path path, String entry) {
        if (entry) {
            new ZipFile(path.toFile()).withCloseable { zip ->
                def found = zip.getEntry(entry)
                return found ? zip.getInputStream(found).getText('ISO-8859-1') : ''
            }
        }
        else {
            def bytes = Files.readAllBytes(path)
            def zipped = bytes.length > 1 && bytes[0] == 0x1f as byte && bytes[1] == 0x8b as byte
            def plain = zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).bytes : bytes
            return path.fileName.toString().endsWith('.bam') && plain.length > 0
                ? BamText.of(plain)
                : new String(plain, StandardCharsets.ISO_8859_1)
        }
    }
}
