package chatlabs.grader.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that is well, until a test takes something from it. */
final class Patient implements Machine {
  final Map<String, String> files = new HashMap<>();
  final Map<String, String> programs = new HashMap<>();
  final Map<String, String> settings = new HashMap<>();
  final Set<String> readOnly = new HashSet<>();
  Os os = Os.DEBIAN;
  long free = 50L << 30;
  boolean groups;
  String loopback = "";

  Patient() {
    programs.put("mvn", "Apache Maven 3.9.9 (x)");
    programs.put("bwrap", "bubblewrap 0.8.0");
    programs.put("prlimit", "");
    programs.put("setpriv", "");
    settings.put("java.version", "25.0.3");
    settings.put("java.home", "/opt/jdk");
    settings.put("jdk.compiler", "there");
    settings.put("java.io.tmpdir", "/tmp");
    settings.put("stdout.encoding", "UTF-8");
  }

  @Override
  public Os os() {
    return os;
  }

  @Override
  public Optional<String> file(Path file) {
    return Optional.ofNullable(files.get(file.toString()));
  }

  @Override
  public Optional<String> says(List<String> command) {
    return Optional.ofNullable(programs.get(command.get(0)));
  }

  @Override
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  @Override
  public boolean has(String program) {
    return programs.containsKey(program);
  }

  @Override
  public boolean hasMemoryGroups() {
    return groups;
  }

  @Override
  public boolean canWrite(Path folder) {
    return !readOnly.contains(folder.toString());
  }

  @Override
  public long free(Path folder) {
    return free;
  }

  @Override
  public void tryLoopback() throws IOException {
    if (!loopback.isEmpty()) {
      throw new IOException(loopback);
    }
  }
}
