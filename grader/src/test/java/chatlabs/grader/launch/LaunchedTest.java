package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, settings and processes of a program, for each kind of subject that has them. */
@Timeout(120)
class LaunchedTest {
  @TempDir static Path folder;
  @TempDir static Path runtime;

  private final BlockingQueue<Failure> trouble = new LinkedBlockingQueue<>();

  @BeforeAll
  static void compile() throws IOException {
    if (Files.getFileStore(runtime).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx--x--x"));
    }
    Sources.compile(
        folder,
        "Keeper",
        """
        public String cost() { return System.getProperty("keeper.cost"); }
        public void copies(java.nio.file.Path from, java.nio.file.Path to) throws IOException {
          java.nio.file.Files.copy(from, to);
        }
        public static void main(String[] args) throws IOException {
          if (args[0].equals("dies")) { System.exit(4); }
          var listener = new ServerSocket(Integer.parseInt(args[0]));
          try (var out = new FileOutputStream(args[1])) {
            out.write(("cost " + System.getProperty("keeper.cost")).getBytes());
          }
          System.out.println("LISTENING " + listener.getLocalPort());
          while (true) { listener.accept().close(); }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "basic", "strict"})
  void a_process_of_its_own_writes_and_is_killed(String kind) throws Exception {
    try (var subject = subject(kind)) {
      Path file = subject.folder().join().resolve("kept");

      var launched = subject.launch("Keeper", args("0", file), Map.of("keeper.cost", "7")).join();

      new Socket("localhost", launched.port()).close();
      assertThat(launched.used().join()).hasValueSatisfying(it -> assertThat(it).isPositive());
      assertThat(read(subject, file)).isEqualTo("cost 7");
      launched.kill().join();
      assertThatThrownBy(() -> new Socket("localhost", launched.port()).close())
          .isInstanceOf(IOException.class);
      assertThat(trouble).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "basic", "strict"})
  void no_process_outlives_its_check(String kind) throws Exception {
    try (var subject = subject(kind)) {
      Path file = subject.folder().join().resolve("kept");
      int port = subject.launch("Keeper", args("0", file), Map.of()).join().port();

      subject.fresh(trouble::add);
      subject.folder().join(); // whatever comes after it comes after their end

      assertThatThrownBy(() -> new Socket("localhost", port).close())
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "basic", "strict"})
  void a_process_that_dies_before_it_listens_has_ended(String kind) throws Exception {
    try (var subject = subject(kind)) {
      var launched = subject.launch("Keeper", List.of("dies"), Map.of());

      assertThat(failure(Failure.Ended.class, launched)).hasMessageContaining("status 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "basic", "strict"})
  void the_program_finds_what_the_check_has_written_and_the_other_way_round(String kind)
      throws Exception {
    try (var subject = subject(kind)) {
      Path place = subject.folder().join();
      subject.write(place.resolve("from"), new byte[] {1, 2, -3}).join();
      Ref keeper = subject.make("Keeper", List.of()).join();

      subject.call(keeper, "copies", List.of(place.resolve("from"), place.resolve("to"))).join();

      assertThat(subject.read(place.resolve("to")).join().orElseThrow()).containsExactly(1, 2, -3);
      assertThat(subject.read(place.resolve("other")).join()).isEmpty();
      failure(Failure.Threw.class, subject.read(place));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "basic", "strict"})
  void a_property_holds_until_the_next_check(String kind) throws Exception {
    try (var subject = subject(kind)) {
      subject.set("keeper.cost", "5").join();
      assertThat(cost(subject)).isEqualTo("5");

      subject.fresh(trouble::add);

      assertThat(cost(subject)).isNull();
    }
  }

  @Test
  void behind_walls_a_process_of_its_own_writes_where_its_host_writes_and_nowhere_else()
      throws Exception {
    try (var subject = subject("strict")) {
      for (var wall : List.of(Bubblewrap.HAND_IN, folder, Path.of("/usr"), Path.of("/etc"))) {
        var launched = subject.launch("Keeper", args("0", wall.resolve("kept")), Map.of());

        assertThat(failure(Failure.Ended.class, launched)).hasMessageContaining("status 1");
      }
      assertThat(subject.printed()).contains("FileNotFoundException");
      assertThat(folder.resolve("kept")).doesNotExist();
    }
  }

  @Test
  void a_command_gets_further_words_and_properties_from_its_environment() throws Exception {
    assumeTrue(Programs.onPath("python3"), "needs Python");
    String python =
        "import os, sys\n"
            + "open(sys.argv[2], 'w').write(os.environ.get('KEEPER_COST', 'none'))\n"
            + "print('LISTENING 4242', flush=True)\n"
            + "sys.stdin.read()\n";
    var words = List.of("python3", "-c", python, "{port}");
    try (var command = new Command(words, folder, "Keeper", Holding.basic())) {
      command.fresh(trouble::add);
      Path file = command.folder().join().resolve("kept");
      command.set("keeper.cost", "7").join();
      command.make("Keeper", List.of(0, file)).join();
      assertThat(read(command, file)).isEqualTo("7");

      command.launch("Keeper", args("0", file), Map.of("keeper.cost", "8")).join().kill().join();

      assertThat(read(command, file)).isEqualTo("8");
      failure(Failure.OutOfReach.class, command.launch("Other", List.of("0"), Map.of()));
    }
  }

  @Test
  void behind_walls_a_command_has_files_and_settings_and_nobody_sees_the_files() throws Exception {
    assumeTrue(Programs.onPath("python3"), "needs Python");
    var holding = HostRuntime.prepare(runtime, Tier.STRICT).ofCommands();
    String python =
        "import os, sys\n"
            + "open(sys.argv[2], 'x').write('mine')\n"
            + "print('LISTENING', os.environ['KEEPER_COST'], flush=True)\n"
            + "sys.stdin.read()\n";
    assumeTrue(Bubblewrap.refusal().isEmpty(), "STRICT TIER NOT TESTED");
    var words = List.of("python3", "-c", python, "{port}");
    try (var command = new Command(words, folder, "Keeper", holding)) {
      command.fresh(trouble::add);
      Path file = command.folder().join().resolve("kept");
      command.set("keeper.cost", "4242").join();

      Ref first = command.make("Keeper", List.of(0, file)).join();

      assertThat(command.call(first, "port", List.of()).join()).isEqualTo(4242L);
      failure(Failure.OutOfReach.class, command.launch("Keeper", args("0", file), Map.of()));
      failure(Failure.OutOfReach.class, command.read(file));
      failure(Failure.OutOfReach.class, command.write(file, new byte[0]));
    }
  }

  @Test
  void of_a_server_elsewhere_nothing_of_that_can_be_had() {
    try (var elsewhere = new Attach(new InetSocketAddress("127.0.0.1", 1), "Keeper")) {
      failure(Failure.OutOfReach.class, elsewhere.folder());
      failure(Failure.OutOfReach.class, elsewhere.read(folder));
      failure(Failure.OutOfReach.class, elsewhere.write(folder, new byte[0]));
      failure(Failure.OutOfReach.class, elsewhere.set("a", "b"));
      failure(Failure.OutOfReach.class, elsewhere.launch("Keeper", List.of("0"), Map.of()));
    }
  }

  private Subject subject(String kind) throws IOException {
    var classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    Subject subject =
        switch (kind) {
          case "in-process" -> new InProcess(classPath);
          case "basic" -> new ChildJvm(HostRuntime.prepare(runtime, Tier.BASIC), folder);
          default -> strict();
        };
    subject.fresh(trouble::add);
    return subject;
  }

  private static Subject strict() throws IOException {
    assumeTrue(
        Bubblewrap.refusal().isEmpty(),
        () -> "STRICT TIER NOT TESTED: " + Bubblewrap.refusal().orElse(""));
    return new ChildJvm(HostRuntime.prepare(runtime, Tier.STRICT), folder);
  }

  private static Object cost(Subject subject) {
    return subject.call(subject.make("Keeper", List.of()).join(), "cost", List.of()).join();
  }

  private static List<String> args(String port, Path file) {
    return List.of(port, file.toString());
  }

  private static String read(Subject subject, Path file) {
    return new String(subject.read(file).join().orElseThrow(), StandardCharsets.UTF_8);
  }

  private static <F extends Failure> F failure(Class<F> type, CompletableFuture<?> future) {
    var wrapped = catchThrowableOfType(Throwable.class, future::join);
    Throwable cause = wrapped instanceof CompletionException ? wrapped.getCause() : wrapped;
    assertThat(cause).isInstanceOf(type);
    return type.cast(cause);
  }
}
