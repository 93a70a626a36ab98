package chatlabs.grader.cli;

import chatlabs.grader.launch.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run over many hand-ins is carried out. */
final class RunOptions {
  private static final Pattern SHARD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many hand-ins at the same time; by default one a core.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private SandboxOption sandbox = new SandboxOption();

  @Option(
      names = "--resume",
      description = "Go on with a run of the same DIR that was interrupted.")
  private boolean resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Only the I-th of N parts of the hand-ins, to share them between machines.")
  private @Nullable String shard;

  /**
   * Says what cannot be granted, before anything is touched.
   *
   * @param command what hand-ins are run with; empty for those in Java
   */
  void refuseImpossible(List<String> command) {
    jobs();
    tier(command);
    shard(List.of());
  }

  int jobs() {
    return Numbers.within("--jobs", jobs, 1, 256);
  }

  boolean resume() {
    return resume;
  }

  /** The tier that the user's wish gives on this machine; the command is empty for Java. */
  Tier tier(List<String> command) {
    return command.isEmpty() ? sandbox.tier() : sandbox.tierOf(command);
  }

  /** For the report of a run that takes the best tier there is; empty where that is strict. */
  String whyNotBetter(List<String> command) {
    return command.isEmpty() ? sandbox.whyNotBetter() : sandbox.whyNotBetterOf(command);
  }

  /** The part of these that the user asks for. */
  <T> List<T> shard(List<T> all) {
    if (shard == null) {
      return all;
    }
    var numbers = SHARD.matcher(shard);
    if (!numbers.matches()) {
      throw new WrongUse("--shard " + shard + ": write I/N, as in 2/3 for the second of three");
    }
    int part = Integer.parseInt(numbers.group(1));
    int parts = Integer.parseInt(numbers.group(2));
    if (part < 1 || part > parts) {
      throw new WrongUse("--shard " + shard + ": I is a number from 1 to N");
    }
    var mine = new ArrayList<T>();
    for (int i = part - 1; i < all.size(); i += parts) {
      mine.add(all.get(i));
    }
    return mine;
  }
}
