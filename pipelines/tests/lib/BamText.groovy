import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.charset.StandardCharsets

/** A BAM file, decompressed, as SAM: the header, and of each read the eleven columns and its RG. */
class BamText {

    private static final String BASES = '=ACMGRSVTWYHKDBN'
    private static final String OPERATIONS = 'MIDNSHP=X'

    static String of(byte[] bytes) {
        def data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
        if (string(data, 4) != 'BAM\1') {
            throw new IllegalArgumentException('no BAM file')
        }
        def out = new StringBuilder(string(data, data.getInt()))
        def contigs = (0..<data.getInt()).collect {
            def contig = string(data, data.getInt()) - '\0'
            data.getInt()
            return contig
        }
        while (data.hasRemaining()) {
            def length = data.getInt()
            def record = data.slice().limit(length).order(ByteOrder.LITTLE_ENDIAN)
            data.position(data.position() + length)
            out << line(record as ByteBuffer, contigs) << '\n'
        }
        return out.toString()
    }

    private static String line(ByteBuffer record, List<String> contigs) {
        def contig = record.getInt()
        def position = record.getInt()
        def nameLength = record.get() & 0xff
        def quality = record.get() & 0xff
        record.getShort()
        def operations = record.getShort() & 0xffff
        def flags = record.getShort() & 0xffff
        def bases = record.getInt()
        def mateContig = record.getInt()
        def matePosition = record.getInt()
        def span = record.getInt()
        def name = string(record, nameLength) - '\0'
        def cigar = (0..<operations).collect {
            def operation = record.getInt()
            return "${operation >>> 4}${OPERATIONS[operation & 0xf]}"
        }.join('')
        def packed = new byte[(bases + 1).intdiv(2)]
        record.get(packed)
        def sequence = (0..<bases).collect { at -> BASES[(packed[at.intdiv(2)] >> (at % 2 == 0 ? 4 : 0)) & 0xf] }.join('')
        def qualities = new byte[bases]
        record.get(qualities)
        def scores = bases == 0 || qualities[0] == -1 ? '*' : new String(qualities.collect { score -> score + 33 } as byte[])
        def mate = mateContig == -1 ? '*' : mateContig == contig ? '=' : contigs[mateContig]
        def columns = [
            name, flags, contig == -1 ? '*' : contigs[contig], position + 1, quality, cigar ?: '*', mate, matePosition + 1,
            span, sequence ?: '*', scores,
        ]
        def group = readGroup(record)
        return (group == null ? columns : columns + ["RG:Z:${group}"]).join('\t')
    }

    private static String readGroup(ByteBuffer tags) {
        def sizes = [A: 1, c: 1, C: 1, s: 2, S: 2, i: 4, I: 4, f: 4]
        while (tags.hasRemaining()) {
            def tag = string(tags, 2)
            def type = string(tags, 1)
            if (type == 'Z' || type == 'H') {
                def value = new StringBuilder()
                for (int next = tags.get(); next != 0; next = tags.get()) {
                    value << (char) next
                }
                if (tag == 'RG') {
                    return value.toString()
                }
            }
            else {
                def length = type == 'B' ? sizes[string(tags, 1)] * tags.getInt() : sizes[type]
                tags.position(tags.position() + length)
            }
        }
        return null
    }

    private static String string(ByteBuffer data, int length) {
        def bytes = new byte[length]
        data.get(bytes)
        return new String(bytes, StandardCharsets.ISO_8859_1)
    }
}
