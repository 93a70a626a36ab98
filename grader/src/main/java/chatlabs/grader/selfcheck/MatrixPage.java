package chatlabs.grader.selfcheck;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import java.util.List;

/** The published page of a lab's checks and the faults that they catch. */
public final class MatrixPage {
  private MatrixPage() {}

  /** The page in Markdown, as it stands in {@code docs/matrix}. */
  public static String of(Lab lab, List<CheckInfo> checks, List<Variant> variants) {
    return """
        # Checks and faults of lab %s

        Each check, and the faults in `solutions/%s/faults` that make it fail; (alone) where no other check catches a fault.
        `./chatlab selfcheck %s` grades every fault and says where this is not so. This page is printed by `./chatlab variants %s --matrix`.

        %s"""
        .formatted(
            lab.id(),
            lab.id(),
            number(lab),
            number(lab),
            Matrix.promised(checks, variants).markdown());
  }

  private static String number(Lab lab) {
    return String.format("%02d", lab.number());
  }
}
