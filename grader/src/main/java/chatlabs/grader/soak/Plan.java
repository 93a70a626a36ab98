package chatlabs.grader.soak;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is graded how often. Each grading has a seed of its own, from which its names, texts and
 * order come: the same grading has the same seed whenever it is planned.
 *
 * @param runs how often the reference, the starter and the unusual solutions are graded
 * @param faultRuns how often each fault is graded
 * @param load whether half of the gradings are taken on a busy machine
 * @param seed the first of the seeds
 * @param sample by which checks the faults are judged
 */
public record Plan(
    List<Variant> variants, int runs, int faultRuns, boolean load, long seed, Sample sample) {
  /** Gradings of each variant in a round, at least: at its end, the slowest hold up all that follow. */
  private static final int OF_EACH = 25;

  /** Gradings in a round, at least, for the same reason. */
  private static final int OF_ALL = 100;

  public Plan {
    variants = List.copyOf(variants);
  }

  /** Every grading by all checks. */
  Plan(List<Variant> variants, int runs, int faultRuns, boolean load, long seed) {
    this(variants, runs, faultRuns, load, seed, Sample.NONE);
  }

  /** Some gradings of each variant; taken while the machine is busy, or not. */
  public record Round(boolean busy, List<Turn> turns) {
    public Round {
      turns = List.copyOf(turns);
    }
  }

  /**
   * The rounds over all variants, idle and busy in turns, so that a soak that is broken off has
   * seen all of them about as often.
   *
   * @param done gradings that need not be done again, unless they were by fewer checks than these
   */
  public List<Round> rounds(Collection<Entry> done) {
    var known =
        of(done).stream()
            .filter(entry -> entry.others() >= sample.others())
            .map(Plan::key)
            .collect(Collectors.toSet());
    var rounds = new ArrayList<Round>();
    int ofEach = Math.max(OF_EACH, OF_ALL / Math.max(1, variants.size()));
    for (int first = 0; first < Math.max(runs, faultRuns); first += ofEach) {
      for (boolean busy : List.of(false, true)) {
        var turns =
            IntStream.range(first, first + ofEach)
                .boxed()
                .flatMap(number -> turns(number, busy))
                .filter(turn -> !known.contains(key(turn, busy)))
                .toList();
        if (!turns.isEmpty()) {
          rounds.add(new Round(busy, turns));
        }
      }
    }
    return List.copyOf(rounds);
  }

  /** The seed of a plan for two gradings of a variant, of which the second is busy and has this one. */
  static long seedOfTwo(long busy) {
    return busy - 1;
  }

  /** Those of these gradings that are of this plan's variants, as they are now. */
  public List<Entry> of(Collection<Entry> entries) {
    return entries.stream().filter(entry -> variants.stream().anyMatch(entry::isOf)).toList();
  }

  /** How many of these gradings are of variants that have changed since, and do not count. */
  public long outdated(Collection<Entry> entries) {
    return entries.stream().filter(entry -> variants.stream().anyMatch(entry::isOfEarlier)).count();
  }

  /** One grading of each variant that is graded so often. */
  private Stream<Turn> turns(int number, boolean busy) {
    long common = seed + 2L * number + (busy ? 1 : 0);
    return variants.stream()
        .filter(variant -> number < share(times(variant), busy))
        .map(variant -> new Turn(variant, common, sample.of(variant, common)));
  }

  private int times(Variant variant) {
    return variant.kind() == Variant.Kind.FAULT ? faultRuns : runs;
  }

  /** How many of so many gradings are taken busy, or idle. */
  private int share(int all, boolean busy) {
    int ofBusy = load ? all / 2 : 0;
    return busy ? ofBusy : all - ofBusy;
  }

  private static List<Object> key(Turn turn, boolean busy) {
    return List.of(turn.variant().kind(), turn.variant().name(), turn.seed(), busy);
  }

  private static List<Object> key(Entry entry) {
    return List.of(entry.kind(), entry.variant(), entry.seed(), entry.busy());
  }

  /** How many gradings these rounds are. */
  public static int gradings(List<Round> rounds) {
    return rounds.stream().flatMapToInt(round -> IntStream.of(round.turns().size())).sum();
  }
}
