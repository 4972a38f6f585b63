#!/usr/bin/perl
# Writes gene models as the transcripts of an offline cache of Ensembl VEP, from which `vepyr build-cache` makes its own.
# For made-up genes of test data: the objects hold what a consequence needs and nothing else.
#
#   perl write-vep-transcripts.pl GENES.gff3 REFERENCE.fa ASSEMBLY OUT_FOLDER
#
# GENES.gff3: Ensembl's GFF3 (ID=gene:..., ID=transcript:..., exon, CDS), one or many transcripts a gene.
# OUT_FOLDER: gets, for each contig with genes, a folder of its name without chr, with one file for each megabase.
#
# Perl's core modules alone: Storable, Perl's own serialisation, is the format of the cache.
use strict;
use warnings;
use File::Path qw(make_path);
use IO::Compress::Gzip qw($GzipError);
use Storable qw(nstore_fd);

my $BIN = 1_000_000;

my ($gff, $fasta, $assembly, $out) = @ARGV;
die "usage: write-vep-transcripts.pl GENES.gff3 REFERENCE.fa ASSEMBLY OUT_FOLDER\n" unless defined $out;

my $codons     = genetic_code();
my $sequences  = read_fasta($fasta);
my $transcripts = read_transcripts($gff);
my $database_id = 0;
my (%bins, %slices);
for my $model (@$transcripts) {
    my $contig = $model->{contig};
    die "$gff: $contig is not in $fasta\n" unless exists $sequences->{$contig};
    my $object = transcript_object($model);
    for my $bin (int(($model->{start} - 1) / $BIN) .. int(($model->{end} - 1) / $BIN)) {
        push @{ $bins{$contig}{$bin} }, $object;
    }
}
for my $contig (sort keys %bins) {
    my $name = cache_name($contig);
    make_path("$out/$name");
    for my $bin (sort { $a <=> $b } keys %{ $bins{$contig} }) {
        my $file = sprintf '%s/%s/%d-%d.gz', $out, $name, $bin * $BIN + 1, ($bin + 1) * $BIN;
        # Network order is the one that readers other than Perl understand. nstore_fd needs a real file handle.
        my $raw = "$file.raw";
        open my $handle, '>', $raw or die "$raw: $!\n";
        binmode $handle;
        nstore_fd({ $name => $bins{$contig}{$bin} }, $handle) or die "$raw cannot be written\n";
        close $handle or die "$raw: $!\n";
        IO::Compress::Gzip::gzip($raw => $file) or die "$file: $GzipError\n";
        unlink $raw;
    }
}

sub cache_name { my ($contig) = @_; return $contig =~ s/^chr//r }

sub genetic_code {
    my @bases = qw(T C A G);
    my @amino_acids = split //, 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';
    my %code;
    for my $first (@bases) {
        for my $second (@bases) {
            for my $third (@bases) { $code{"$first$second$third"} = shift @amino_acids }
        }
    }
    return \%code;
}

sub read_fasta {
    my ($path) = @_;
    my (%read, $name);
    open my $handle, '<', $path or die "$path: $!\n";
    while (my $line = <$handle>) {
        $line =~ s/\s+$//;
        if ($line =~ /^>(\S+)/) { $name = $1; $read{$name} = '' }
        elsif (defined $name) { $read{$name} .= uc $line }
    }
    close $handle;
    return \%read;
}

# One hash a transcript: contig, start, end, strand, its gene, exons and CDS pieces in the order of transcription.
sub read_transcripts {
    my ($path) = @_;
    my (%genes, %by_id, @ordered);
    open my $handle, '<', $path or die "$path: $!\n";
    while (my $line = <$handle>) {
        next if $line =~ /^(#|\s*$)/;
        chomp $line;
        my ($contig, undef, $type, $start, $end, undef, $sign, undef, $text) = split /\t/, $line;
        my %attributes = map { split /=/, $_, 2 } split /;/, $text;
        my $strand = $sign eq '-' ? -1 : 1;
        if ($type eq 'gene') {
            $genes{ $attributes{ID} } = { %attributes, start => $start, end => $end, strand => $strand };
        }
        elsif ($type eq 'mRNA' || $type eq 'transcript') {
            my $model = { %attributes, contig => $contig, start => $start, end => $end, strand => $strand,
                exons => [], cds => [] };
            $by_id{ $attributes{ID} } = $model;
            push @ordered, $model;
        }
        elsif ($type eq 'exon') {
            push @{ $by_id{ $attributes{Parent} }{exons} }, { start => $start, end => $end, id => $attributes{exon_id} };
        }
        elsif ($type eq 'CDS') {
            push @{ $by_id{ $attributes{Parent} }{cds} }, { start => $start, end => $end };
            $by_id{ $attributes{Parent} }{protein_id} = $attributes{protein_id};
        }
    }
    close $handle;
    for my $model (@ordered) {
        $model->{gene} = $genes{ $model->{Parent} } or die "$path: $model->{ID} has no gene $model->{Parent}\n";
        my $forward = $model->{strand} > 0;
        for my $pieces (qw(exons cds)) {
            @{ $model->{$pieces} } =
                sort { $forward ? $a->{start} <=> $b->{start} : $b->{start} <=> $a->{start} } @{ $model->{$pieces} };
        }
    }
    return \@ordered;
}

sub transcript_object {
    my ($model) = @_;
    my $strand = $model->{strand};
    my $slice = $slices{ $model->{contig} } //= slice_object($model->{contig});
    my $spliced = join '', map { piece_sequence($model, $_) } @{ $model->{exons} };
    my ($coding_start, $coding_end, $first, $last) = coding_range($model);
    my @exons = map { exon_object($_, $strand) } @{ $model->{exons} };
    set_phases($model, \@exons) if defined $coding_start;

    my %cache = (
        codon_table => 1, seq_edits => [], protein_features => [],
        introns => introns($model, \@exons, $slice),
        sorted_exons => [@exons],
        mapper => mapper_object($model, $coding_start, $coding_end),
    );
    my %translation;
    if (defined $coding_start) {
        my $coding = substr $spliced, $coding_start - 1, $coding_end - $coding_start + 1;
        my $peptide = join '', map { $codons->{$_} // 'X' } ($coding =~ /(...)/g);
        $peptide =~ s/\*$//;
        %cache = (%cache, peptide => $peptide, translateable_seq => $coding, protein_function_predictions => {});
        my $before = substr $spliced, 0, $coding_start - 1;
        my $after  = substr $spliced, $coding_end;
        $cache{five_prime_utr}  = sequence_object($before, $model->{transcript_id}) if length $before;
        $cache{three_prime_utr} = sequence_object($after,  $model->{transcript_id}) if length $after;
        %translation = (start => 0, end => 0, start_exon => $exons[$first], end_exon => $exons[$last]);
    }
    my $gene = $model->{gene};
    my $object = bless {
        stable_id => $model->{transcript_id}, version => 1, start => $model->{start}, end => $model->{end},
        strand => $strand, biotype => $model->{biotype}, source => 'ensembl', is_canonical => 1,
        dbID => ++$database_id, description => undef, slice => $slice,
        cdna_coding_start => $coding_start, cdna_coding_end => $coding_end,
        coding_region_start => undef, coding_region_end => undef,
        attributes => [ bless {
            code => 'gencode_basic', name => 'GENCODE basic annotation', value => 'GENCODE basic',
        }, 'Bio::EnsEMBL::Attribute' ],
        _gene => bless({
            stable_id => $gene->{gene_id}, start => $gene->{start}, end => $gene->{end}, strand => $strand,
        }, 'Bio::EnsEMBL::Gene'),
        _gene_stable_id => $gene->{gene_id}, _gene_symbol => $gene->{Name}, _gene_symbol_source => 'HGNC',
        _gene_hgnc_id => undef, _gene_version => 1, _gene_phenotype => 0,
        _ccds => '-', _refseq => '-', _swissprot => '-', _trembl => '-', _uniparc => '-', _uniprot_isoform => '-',
        _protein => $model->{protein_id} // '-',
        _trans_exon_array => [@exons], _variation_effect_feature_cache => \%cache, _vep_lazy_loaded => 1,
    }, 'Bio::EnsEMBL::Transcript';
    if (%translation) {
        my ($exon_of_start, $exon_of_end) = @{ $model->{exons} }[$first, $last];
        my ($first_cds, $last_cds) = ($model->{cds}[0], $model->{cds}[-1]);
        my $offset = sub {
            my ($exon, $position) = @_;
            return $strand > 0 ? $position - $exon->{start} + 1 : $exon->{end} - $position + 1;
        };
        # Offsets within the exons, 1-based, as Ensembl has them.
        $translation{start} = $offset->($exon_of_start, $strand > 0 ? $first_cds->{start} : $first_cds->{end});
        $translation{end}   = $offset->($exon_of_end,   $strand > 0 ? $last_cds->{end}    : $last_cds->{start});
        $object->{translation} = bless {
            stable_id => $model->{protein_id}, version => 1, dbID => $database_id, seq => undef,
            transcript => $object, %translation,
        }, 'Bio::EnsEMBL::Translation';
    }
    return $object;
}

sub slice_object {
    my ($contig) = @_;
    my $length = length $sequences->{$contig};
    my $system = bless {
        name => 'chromosome', version => $assembly, rank => '1', default => 1, top_level => 0, sequence_level => 0,
        circular => 0, dbID => '4', alias_to => undef,
    }, 'Bio::EnsEMBL::CoordSystem';
    return bless {
        start => 1, end => $length, strand => 1, seq_region_name => cache_name($contig), seq_region_length => $length,
        circular => 0, coord_system => $system,
    }, 'Bio::EnsEMBL::Slice';
}

sub piece_sequence {
    my ($model, $piece) = @_;
    my $bases = substr $sequences->{ $model->{contig} }, $piece->{start} - 1, $piece->{end} - $piece->{start} + 1;
    return $bases if $model->{strand} > 0;
    $bases = reverse $bases;
    return $bases =~ tr/ACGT/TGCA/r;
}

sub exon_object {
    my ($exon, $strand) = @_;
    return bless {
        start => $exon->{start}, end => $exon->{end}, strand => $strand, stable_id => $exon->{id},
        phase => -1, end_phase => -1,
    }, 'Bio::EnsEMBL::Exon';
}

# First and last coding base in the spliced transcript (1-based), and the numbers of their exons (0-based).
sub coding_range {
    my ($model) = @_;
    return unless @{ $model->{cds} };
    my $forward = $model->{strand} > 0;
    my $from = $forward ? $model->{cds}[0]{start} : $model->{cds}[0]{end};
    my $to   = $forward ? $model->{cds}[-1]{end}  : $model->{cds}[-1]{start};
    my ($before, $start, $end, $first, $last) = (0);
    for my $number (0 .. $#{ $model->{exons} }) {
        my $exon = $model->{exons}[$number];
        for my $wanted ([$from, \$start, \$first], [$to, \$end, \$last]) {
            my ($position, $place, $exon_number) = @$wanted;
            next if $position < $exon->{start} || $position > $exon->{end};
            $$place = $before + ($forward ? $position - $exon->{start} : $exon->{end} - $position) + 1;
            $$exon_number = $number;
        }
        $before += $exon->{end} - $exon->{start} + 1;
    }
    return ($start, $end, $first, $last);
}

# Phases of exons that begin or end within the coding sequence; the others keep -1, as in Ensembl.
sub set_phases {
    my ($model, $exons) = @_;
    my $forward = $model->{strand} > 0;
    my $coded = 0;
    for my $exon (@$exons) {
        my ($cds) = grep { $_->{start} <= $exon->{end} && $_->{end} >= $exon->{start} } @{ $model->{cds} };
        next unless $cds;
        my $at_start = $cds->{start} == $exon->{start};
        my $at_end   = $cds->{end} == $exon->{end};
        ($at_start, $at_end) = ($at_end, $at_start) unless $forward;
        $exon->{phase} = $coded % 3 if $at_start;
        $coded += $cds->{end} - $cds->{start} + 1;
        $exon->{end_phase} = $coded % 3 if $at_end;
    }
    return;
}

sub introns {
    my ($model, $exons, $slice) = @_;
    my $strand = $model->{strand};
    my @introns;
    for my $number (0 .. $#$exons - 1) {
        my ($left, $right) = $strand > 0 ? @$exons[$number, $number + 1] : @$exons[$number + 1, $number];
        push @introns, bless {
            start => $left->{end} + 1, end => $right->{start} - 1, strand => $strand, slice => $slice,
            prev => $exons->[$number], next => $exons->[$number + 1],
        }, 'Bio::EnsEMBL::Intron';
    }
    return \@introns;
}

sub mapper_object {
    my ($model, $coding_start, $coding_end) = @_;
    my ($next, @pairs) = (1);
    for my $exon (@{ $model->{exons} }) {
        my $length = $exon->{end} - $exon->{start} + 1;
        push @pairs, bless {
            from => bless({ id => 'cdna', start => $next, end => $next + $length - 1 }, 'Bio::EnsEMBL::Mapper::Unit'),
            to => bless({ id => 'genome', start => $exon->{start}, end => $exon->{end} }, 'Bio::EnsEMBL::Mapper::Unit'),
            ori => $model->{strand},
        }, 'Bio::EnsEMBL::Mapper::Pair';
        $next += $length;
    }
    my $mapper = bless {
        from => 'cdna', to => 'genomic', from_cs => undef, to_cs => undef, pair_count => scalar @pairs, _is_sorted => 0,
        _pair_cdna => { CDNA => [@pairs] }, _pair_genomic => { GENOME => [@pairs] },
        _tree_cdna => { CDNA => undef }, _tree_genomic => { GENOME => undef },
    }, 'Bio::EnsEMBL::Mapper';
    return bless {
        cdna_coding_start => $coding_start, cdna_coding_end => $coding_end, exon_coord_mapper => $mapper,
        start_phase => -1,
    }, 'Bio::EnsEMBL::TranscriptMapper';
}

sub sequence_object {
    my ($bases, $id) = @_;
    my $primary = bless {
        _nowarnonempty => undef, _root_verbose => 0, alphabet => 'dna', display_id => $id, length => length $bases,
        seq => $bases,
    }, 'Bio::PrimarySeq';
    return bless { _root_verbose => 0, primary_seq => $primary }, 'Bio::Seq';
}
