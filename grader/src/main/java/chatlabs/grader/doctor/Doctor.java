package chatlabs.grader.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at this machine. */
public final class Doctor {
  private final Machine machine;

  /** For the machine that this runs on. */
  public Doctor() {
    this(new ThisMachine());
  }

  Doctor(Machine machine) {
    this.machine = machine;
  }

  /**
   * All that was found. Blocks for a second or two, because programs are asked for their versions.
   *
   * @param kit the kit's folder
   * @param refusal why the strict tier cannot be had; empty when it can
   */
  public List<Finding> examine(Path kit, Optional<String> refusal) {
    var findings = new ArrayList<Finding>();
    findings.addAll(new Tools(machine).examine());
    findings.addAll(new Walls(machine, refusal).examine());
    findings.addAll(new Room(machine).examine(kit));
    return List.copyOf(findings);
  }
}
