package chatlabs.grader.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.launch.MemoryGroup;
import chatlabs.grader.launch.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The machine that this runs on. */
final class ThisMachine implements Machine {
  @Override
  public Os os() {
    return Os.of(setting("os.name"), file(Path.of("/etc/os-release")).orElse(""));
  }

  @Override
  public Optional<String> file(Path file) {
    try {
      return Optional.of(Files.readString(file, UTF_8));
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> says(List<String> command) {
    try {
      var tried = Programs.tried(command);
      return tried.isWell() ? tried.said().lines().findFirst() : Optional.empty();
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  @Override
  public String setting(String name) {
    if (name.equals("jdk.compiler")) {
      @Nullable Object compiler = ToolProvider.getSystemJavaCompiler();
      return compiler == null ? "" : "there";
    }
    return System.getProperty(name, System.getenv().getOrDefault(name, ""));
  }

  @Override
  public boolean has(String program) {
    return Programs.onPath(program);
  }

  @Override
  public boolean canWrite(Path folder) {
    try {
      Files.delete(Files.createTempFile(existing(folder), "doctor", ".tmp"));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public boolean hasMemoryGroups() {
    return MemoryGroup.isPossible();
  }

  @Override
  public long free(Path folder) throws IOException {
    return Files.getFileStore(existing(folder)).getUsableSpace();
  }

  /** The folder, or the next one above that is there. */
  private static Path existing(Path folder) {
    Path place = folder.toAbsolutePath();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  @Override
  public void tryLoopback() throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    try (var listener = new ServerSocket(0, 1, loopback);
        var caller = new Socket(loopback, listener.getLocalPort())) {
      listener.setSoTimeout(5_000);
      listener.accept().close();
      caller.setSoTimeout(5_000);
      if (caller.getInputStream().read() >= 0) {
        throw new IOException("somebody else answered");
      }
    }
  }
}
