package chatlabs.grader.doctor;

import chatlabs.grader.doctor.Finding.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds hand-ins: the strict tier and what it is made of, and the limits of the basic one. */
final class Walls {
  private static final Path SYSCTL = Path.of("/proc/sys");
  private static final String WHY_WALLS =
      "the strict tier keeps hand-ins from your files, other hand-ins and the network";
  private static final Remedy BUBBLEWRAP =
      new Remedy("sudo apt install bubblewrap", "sudo dnf install bubblewrap", "", "");
  private static final Remedy UTIL_LINUX =
      new Remedy("sudo apt install util-linux", "sudo dnf install util-linux", "", "");
  private static final Remedy PROFILE =
      Remedy.onLinux(
          "printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap /usr/bin/bwrap"
              + " flags=(unconfined) {\\n  userns,\\n}\\n' | sudo tee /etc/apparmor.d/bwrap"
              + " && sudo apparmor_parser -r /etc/apparmor.d/bwrap");

  private final Machine machine;
  private final Optional<String> refusal;

  /**
   * Looks at them.
   *
   * @param refusal why the strict tier cannot be had; empty when it can
   */
  Walls(Machine machine, Optional<String> refusal) {
    this.machine = machine;
    this.refusal = refusal;
  }

  List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    findings.add(tier());
    if (machine.os().isLinux()) {
      findings.add(bubblewrap());
      findings.add(namespaces());
      findings.add(
          program("prlimit", "it holds hand-ins to limits on CPU time, files and processes"));
      findings.add(
          program("setpriv", "with it a grader that is root gives hand-ins users of their own"));
      findings.add(memory());
    }
    return findings;
  }

  /** What {@code --sandbox auto} goes by. */
  private Finding tier() {
    if (refusal.isEmpty()) {
      return Finding.ok("strict tier", "works, tried just now", WHY_WALLS);
    }
    String remedy =
        machine.os().isLinux()
            ? "mend what is weaker below"
            : "grade on Linux, or hand-ins that you do not trust on a machine that you can throw away";
    return new Finding(
        State.WEAKER, "strict tier", "cannot be had: " + refusal.get(), WHY_WALLS, remedy);
  }

  private Finding bubblewrap() {
    var version = machine.says(List.of("bwrap", "--version"));
    return version.isPresent()
        ? Finding.ok("bubblewrap", version.get(), WHY_WALLS)
        : new Finding(
            State.WEAKER, "bubblewrap", "not found", WHY_WALLS, BUBBLEWRAP.on(machine.os()));
  }

  /** Root needs none of the rights that ordinary users may be refused. */
  private Finding namespaces() {
    if (isSet("user/max_user_namespaces", "0")) {
      return refused(
          "user.max_user_namespaces is 0",
          Remedy.onLinux("sudo sysctl -w user.max_user_namespaces=15000"));
    }
    if (refusal.isPresent() && isSet("kernel/unprivileged_userns_clone", "0")) {
      return refused(
          "kernel.unprivileged_userns_clone is 0: for root alone",
          Remedy.onLinux("sudo sysctl -w kernel.unprivileged_userns_clone=1"));
    }
    if (refusal.isPresent() && isSet("kernel/apparmor_restrict_unprivileged_userns", "1")) {
      return refused(
          "kernel.apparmor_restrict_unprivileged_userns is 1: for programs with a profile alone",
          PROFILE);
    }
    return Finding.ok("user namespaces", "nothing forbids them", WHY_WALLS);
  }

  private Finding refused(String found, Remedy remedy) {
    return new Finding(State.WEAKER, "user namespaces", found, WHY_WALLS, remedy.on(machine.os()));
  }

  private boolean isSet(String name, String value) {
    return machine.file(SYSCTL.resolve(name)).map(String::strip).filter(value::equals).isPresent();
  }

  private Finding program(String name, String why) {
    return machine.has(name)
        ? Finding.ok(name, "found", why)
        : new Finding(State.WEAKER, name, "not found", why, UTIL_LINUX.on(machine.os()));
  }

  private Finding memory() {
    String why =
        "memory beside a JVM's heap is bounded by a watch of the grader's own, and for root with"
            + " version 1 by the kernel";
    return Finding.ok("cgroups", groups(), why);
  }

  private String groups() {
    if (machine.file(Path.of("/sys/fs/cgroup/cgroup.controllers")).isPresent()) {
      return "version 2, not used";
    }
    return machine.hasMemoryGroups() ? "version 1, used" : "version 1 or none, not used";
  }
}
