/** Whether both files of a pair hold at least one read. */
def hasReads(pair) {
    return pair.every { path -> path.withInputStream { stream -> new java.util.zip.GZIPInputStream(stream).read() != -1 } }
}
