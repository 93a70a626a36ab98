package chatlabs.grader.cli;

import chatlabs.grader.launch.Bubblewrap;
import chatlabs.grader.launch.Holding;
import chatlabs.grader.launch.Tier;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How hand-ins are to be held. */
final class SandboxOption {
  /** What a user may ask for. */
  enum Sandbox {
    auto,
    strict,
    basic,
    none
  }

  @Option(
      names = "--sandbox",
      paramLabel = "TIER",
      description = "auto (the best there is), strict (that or nothing), basic, none.")
  private Sandbox sandbox = Sandbox.auto;

  /** The tier that the user's wish gives on this machine for hand-ins in Java. */
  Tier tier() {
    return tier(Bubblewrap.refusal());
  }

  /** The tier that it gives for hand-ins that are run by this command. */
  Tier tierOf(List<String> command) {
    return tier(refusal(command));
  }

  /** For the report of a run that takes the best tier there is; empty where that is strict. */
  String whyNotBetter() {
    return whyNot(Bubblewrap.refusal());
  }

  /** As {@link #whyNotBetter()}, for hand-ins that are run by this command. */
  String whyNotBetterOf(List<String> command) {
    return whyNot(refusal(command));
  }

  private Tier tier(Optional<String> refusal) {
    return switch (sandbox) {
      case auto -> refusal.isEmpty() ? Tier.STRICT : Tier.BASIC;
      case basic -> Tier.BASIC;
      case none -> Tier.NONE;
      case strict -> strict(refusal);
    };
  }

  private String whyNot(Optional<String> refusal) {
    return sandbox == Sandbox.auto
        ? refusal.map(reason -> " (not strict: " + reason + ")").orElse("")
        : "";
  }

  private static Tier strict(Optional<String> refusal) {
    refusal.ifPresent(
        reason -> {
          throw new WrongUse(
              "--sandbox strict: "
                  + reason
                  + ". 'chatlab doctor' says more; --sandbox auto takes the best there is.");
        });
    return Tier.STRICT;
  }

  /** Why a command cannot be run behind walls; empty when it can. */
  private static Optional<String> refusal(List<String> command) {
    return Bubblewrap.refusal().or(() -> Holding.outOfWalls(command.get(0)));
  }
}
