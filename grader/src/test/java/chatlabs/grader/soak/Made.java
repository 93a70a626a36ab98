package chatlabs.grader.soak;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Role;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variant.Kind;
import chatlabs.grader.selfcheck.Deviation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labs, variants and gradings, made up. */
final class Made {
  static final Variant REFERENCE = variant("reference", Kind.REFERENCE);
  static final Variant STARTER = variant("starter", Kind.STARTER);
  static final Variant FAULT = variant("late", Kind.FAULT);

  private Made() {}

  static Variant variant(String name, Kind kind) {
    return new Variant(name, kind, name, "", List.of(), Map.of("A.java", "class A {}"));
  }

  static Entry entry(Variant variant, long seed, boolean busy, Deviation... deviations) {
    return entry(variant, seed, busy, Sample.ALL, deviations);
  }

  /** By the checks that have to catch it, and so many others. */
  static Entry entry(
      Variant variant, long seed, boolean busy, int others, Deviation... deviations) {
    return new Entry(
        Instant.parse("2026-11-21T10:00:00Z"),
        variant.kind(),
        variant.name(),
        Fingerprint.of(variant),
        seed,
        busy,
        1.25,
        others,
        deviations.length == 0,
        1_500,
        List.of(deviations));
  }

  static Deviation deviation(String message) {
    return new Deviation("A#a", "passed", "failed", message, "");
  }

  static Lab lab(Path kit) {
    var server = new Role("Server", "chatlabs.sample");
    return new Lab(
        "09-sample",
        9,
        "A sample",
        List.of(server),
        server,
        12345,
        Optional.empty(),
        Optional.empty(),
        kit.resolve("labs/09-sample"),
        kit.resolve("solutions/09-sample"));
  }
}
