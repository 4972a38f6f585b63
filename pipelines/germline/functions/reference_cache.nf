// Prepared references that outlive a run. Nextflow's storeDir takes no process with other outputs than files, and knows a file by
// its name alone: the index of another reference of the same name would be taken for this one's.

/** Folder of what was made of this FASTA, or null where no cache is wanted. */
def cacheOf(folder, fasta) {
    return folder
        ? folder.resolve("${fasta.baseName}-${"${fasta.toUriString()} ${fasta.size()} ${fasta.lastModified()}".md5().take(12)}")
        : null
}

/** What is kept under a name, or null. The mark is written last: what has none was not copied to its end. */
def kept(cache, name) {
    return cache && cache.resolve("${name}.complete").exists() ? cache.resolve(name) : null
}

/** Keeps a file or folder that a process made. What a stub made is no reference. */
def keep(cache, path) {
    if (!cache || workflow.stubRun || cache.resolve(path.name).exists()) {
        return
    }
    cache.mkdirs()
    path.copyTo(cache.resolve(path.name))
    cache.resolve("${path.name}.complete").text = ''
}
