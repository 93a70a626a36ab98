package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a hand-in can do behind the walls of the strict tier; without bubblewrap not run. */
@Timeout(120)
class StrictTest {
  private static final BlockingQueue<Failure> TROUBLE = new LinkedBlockingQueue<>();

  @TempDir static Path folder;
  private static ChildJvm child;

  @BeforeAll
  static void prepare() throws IOException {
    assumeTrue(
        Bubblewrap.refusal().isEmpty(),
        () -> "STRICT TIER NOT TESTED: " + Bubblewrap.refusal().orElse(""));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(folder.resolve("secret"), "a hidden check");
    Sources.compile(
        classes,
        "Guest",
        """
        public boolean reads(String file) { return new File(file).canRead(); }
        public boolean writes(String file) {
          try (var out = new FileOutputStream(file, true)) { return true; } catch (IOException e) { return false; }
        }
        public long fills(String file) {
          long written = 0;
          try (var out = new FileOutputStream(file)) {
            for (int i = 0; i < 400; i++) { out.write(new byte[1 << 20]); written++; }
          } catch (IOException full) { }
          return written;
        }
        public String resolves(String name) throws IOException {
          return java.net.InetAddress.getByName(name).getHostAddress();
        }
        public String self() throws IOException {
          return java.net.InetAddress.getLocalHost().getHostAddress();
        }
        public int processes() { return new File("/proc").list((f, n) -> n.matches("[0-9]+")).length; }
        public String environment() { return String.join(" ", System.getenv().keySet()); }
        public long signals(long pid) {
          return ProcessHandle.of(pid).map(p -> p.destroyForcibly() ? 1L : 0L).orElse(-1L);
        }
        public String leaves(String name) throws Exception {
          new ProcessBuilder("/bin/sh", "-c",
              "setsid /bin/sh -c 'exec -a " + name + " sleep 600' </dev/null >/dev/null 2>&1 &").start().waitFor();
          return name;
        }
        public long threads() {
          long n = 0;
          try {
            for (; n < 5_000; n++) { var t = new Thread(() -> java.util.concurrent.locks.LockSupport.park()); t.setDaemon(true); t.start(); }
          } catch (OutOfMemoryError full) { }
          return n;
        }
        public void takes() throws Exception {
          var u = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
          u.setAccessible(true);
          var unsafe = (sun.misc.Unsafe) u.get(null);
          for (int i = 0; i < 40; i++) unsafe.setMemory(unsafe.allocateMemory(50 << 20), 50 << 20, (byte) 1);
        }
        """);
    child = new ChildJvm(HostRuntime.prepare(folder.resolve("runtime"), Tier.STRICT), classes);
  }

  @AfterAll
  static void end() {
    if (child != null) {
      child.close();
    }
  }

  @Test
  void it_sees_its_own_classes_and_nothing_of_the_machines_files() {
    var guest = guest();

    assertThat(call(guest, "reads", "/hand-in/Guest.class")).isEqualTo(true);
    for (var hidden : List.of(folder + "/secret", folder + "/classes", "/root", "/etc/passwd")) {
      assertThat(call(guest, "reads", hidden)).as(hidden).isEqualTo(false);
    }
    assertThat(call(guest, "reads", System.getProperty("user.dir"))).isEqualTo(false);
  }

  @Test
  void it_writes_in_two_small_places_alone() {
    var guest = guest();

    assertThat(call(guest, "writes", "mine")).isEqualTo(true);
    assertThat(call(guest, "writes", "/tmp/mine")).isEqualTo(true);
    for (var wall : List.of("/mine", "/hand-in/mine", "/usr/mine", "/dev/mine", "/etc/mine")) {
      assertThat(call(guest, "writes", wall)).as(wall).isEqualTo(false);
    }
    assertThat((Long) call(guest, "fills", "large")).isLessThanOrEqualTo(16);
    assertThat((Long) call(guest, "fills", "/tmp/large")).isLessThanOrEqualTo(16);
    assertThat((Long) call(guest, "fills", "/dev/shm/large")).isLessThanOrEqualTo(1);
  }

  @Test
  void it_knows_the_names_of_its_own_host() {
    var guest = guest();

    assertThat(call(guest, "resolves", "localhost")).isEqualTo("127.0.0.1");
    assertThat(call(guest, "self")).isEqualTo("127.0.0.1");
  }

  @Test
  void it_sees_its_own_processes_and_an_empty_environment() {
    var guest = guest();

    assertThat((Long) call(guest, "processes")).isLessThanOrEqualTo(3);
    assertThat((Long) call(guest, "signals", ProcessHandle.current().pid())).isEqualTo(-1);
    assertThat(((String) call(guest, "environment")).split(" "))
        .isSubsetOf("PATH", "LC_ALL", "HOME", "PWD", "PYTHONUNBUFFERED");
  }

  @Test
  void a_process_that_left_the_tree_is_gone_with_it() {
    String name = "chatlabs-daemon-" + ProcessHandle.current().pid();
    call(guest(), "leaves", name);

    child.close();

    assertThat(commandLines()).noneMatch(line -> line.contains(name));
  }

  @Test
  void threads_come_to_an_end_before_the_machine_does() {
    assertThat((Long) call(guest(), "threads")).isLessThan(1_600);
    child.close(); // nobody else should start beside so many
  }

  @Test
  void memory_beside_the_heap_is_watched_and_its_end_is_explained() throws InterruptedException {
    TROUBLE.clear();
    var call = child(guest());

    assertThat(call.handle((value, thrown) -> thrown).join())
        .hasStackTraceContaining("1024 MiB of memory");
    assertThat(TROUBLE.poll(20, TimeUnit.SECONDS)) // told a moment after the call
        .hasMessageContaining("1024 MiB of memory");
  }

  private static java.util.concurrent.CompletableFuture<?> child(Ref guest) {
    return child.call(guest, "takes", List.of());
  }

  private static Ref guest() {
    child.fresh(TROUBLE::add);
    return child.make("Guest", List.of()).join();
  }

  private static Object call(Ref target, String method, Object... arguments) {
    return child.call(target, method, List.of(arguments)).join();
  }

  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .flatMap(each -> each.info().commandLine().stream())
        .toList();
  }
}
