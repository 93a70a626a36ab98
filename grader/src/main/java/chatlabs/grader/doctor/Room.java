package chatlabs.grader.doctor;

import chatlabs.grader.doctor.Finding.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where the kit works: ports, folders, disk, terminal. */
final class Room {
  private static final long NEEDED = 1L << 30;

  private final Machine machine;

  Room(Machine machine) {
    this.machine = machine;
  }

  List<Finding> examine(Path kit) {
    Path temporary = Path.of(machine.setting("java.io.tmpdir"));
    return List.of(
        ports(),
        folder("kit's folder", kit.resolve("target"), "what is built is kept there"),
        folder("temp folder", temporary, "hand-ins are unpacked and compiled there"),
        disk("disk, kit", kit),
        disk("disk, temp", temporary),
        terminal());
  }

  private Finding ports() {
    String why = "checks talk to programs over the loopback interface";
    try {
      machine.tryLoopback();
      return Finding.ok("ports", "a free one was found and answers", why);
    } catch (IOException refused) {
      return new Finding(
          State.MISSING,
          "ports",
          "no connection on the loopback interface: " + refused.getMessage(),
          why,
          new Remedy(
                  "sudo ip link set lo up",
                  "sudo ip link set lo up",
                  "sudo ifconfig lo0 up",
                  "let Java through the firewall for private networks")
              .on(machine.os()));
    }
  }

  private Finding folder(String what, Path folder, String why) {
    return machine.canWrite(folder)
        ? Finding.ok(what, folder + " can be written", why)
        : new Finding(
            State.MISSING,
            what,
            folder + " cannot be written",
            why,
            new Remedy(
                    "sudo chown -R \"$USER\" " + folder,
                    "sudo chown -R \"$USER\" " + folder,
                    "sudo chown -R \"$USER\" " + folder,
                    "icacls \"" + folder + "\" /grant \"%USERNAME%:(OI)(CI)F\"")
                .on(machine.os()));
  }

  private Finding disk(String what, Path folder) {
    String why = "libraries, class files and reports of a large class need about 1 GiB";
    try {
      long free = machine.free(folder);
      String found = String.format(Locale.ROOT, "%.1f GiB free", free / (double) (1 << 30));
      return free >= NEEDED
          ? Finding.ok(what, found, why)
          : new Finding(
              State.MISSING,
              what,
              found,
              why,
              Remedy.everywhere("make room in " + folder).on(machine.os()));
    } catch (IOException unknown) {
      return new Finding(State.WEAKER, what, "cannot be found out", why, "");
    }
  }

  private Finding terminal() {
    String why = "names and replies in other scripts are shown as they are";
    String encoding = machine.setting("stdout.encoding");
    String charset = encoding.isEmpty() ? machine.setting("native.encoding") : encoding;
    return charset.equalsIgnoreCase("UTF-8") || charset.equals("cp65001")
        ? Finding.ok("terminal", charset, why)
        : new Finding(
            State.WEAKER,
            "terminal",
            charset + ", not UTF-8",
            why,
            new Remedy(
                    "export LC_ALL=C.UTF-8",
                    "export LC_ALL=C.UTF-8",
                    "export LC_ALL=en_US.UTF-8",
                    "chcp 65001")
                .on(machine.os()));
  }
}
