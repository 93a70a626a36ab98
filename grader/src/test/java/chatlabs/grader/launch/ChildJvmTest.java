package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ChildJvmTest {
  @TempDir static Path folder;
  private static ChildJvm child;

  private final BlockingQueue<Failure> trouble = new LinkedBlockingQueue<>();

  @BeforeAll
  static void prepare() throws IOException {
    Sources.compile(
        folder,
        "Student",
        """
        static int count;
        public int next() { return ++count; }
        public String charset() { return java.nio.charset.Charset.defaultCharset().name(); }
        public void exits(int status) { System.exit(status); }
        public void halts() { Runtime.getRuntime().halt(9); }
        public long pid() { return ProcessHandle.current().pid(); }
        public void throwsIt() throws IOException { throw new EOFException("gone"); }
        public void hangs() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }
        public void prints(int lines) { for (int i = 0; i < lines; i++) System.out.println("line " + i); }
        public void eats() { var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]); }
        public void throwsBeside(String name) {
          new Thread(() -> { throw new IllegalStateException(name); }).start();
        }
        public void takesTheHandler() {
          Thread.setDefaultUncaughtExceptionHandler((t, e) -> {});
          System.setOut(null);
        }
        public void startsVirtual() throws Exception {
          var started = new java.util.concurrent.CountDownLatch(1);
          Thread.ofVirtual().name("lost").start(() -> {
            started.countDown();
            try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { }
          });
          started.await();
        }
        public void startsAndEndsVirtual() {
          Thread.ofPlatform().daemon().name("chatlabs-churn").start(() -> {
            while (true) {
              var threads = new java.util.ArrayList<Thread>();
              for (int i = 0; i < 10; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                  try { Thread.sleep(1); } catch (InterruptedException e) { }
                }));
              }
              threads.forEach(Thread::interrupt);
              for (var thread : threads) {
                try { thread.join(); } catch (InterruptedException e) { }
              }
            }
          });
        }
        public void works(long millis) {
          var bean = (com.sun.management.OperatingSystemMXBean)
              java.lang.management.ManagementFactory.getOperatingSystemMXBean();
          long end = bean.getProcessCpuTime() + 1_000_000 * millis;
          while (bean.getProcessCpuTime() < end) Thread.onSpinWait();
        }
        private java.net.InetSocketAddress to;
        private java.time.Duration wait;
        public Student() {}
        public Student(java.net.InetSocketAddress to, java.time.Duration wait, int tries) {
          this.to = to;
          this.wait = wait.multipliedBy(tries);
        }
        public List<byte[]> exchanges(byte[] datagram) throws Exception {
          try (var socket = new java.net.DatagramSocket()) {
            socket.setSoTimeout((int) wait.toMillis());
            socket.send(new java.net.DatagramPacket(datagram, datagram.length, to));
            var answer = new java.net.DatagramPacket(new byte[100], 100);
            socket.receive(answer);
            return List.of(datagram, Arrays.copyOf(answer.getData(), answer.getLength()));
          }
        }
        public long spawns() throws Exception {
          var out = File.createTempFile("spawned", ".pid");
          new ProcessBuilder("sh", "-c",
              "setsid sh -c 'echo $$ > " + out + ".x; mv " + out + ".x " + out + "; exec sleep 600' &")
              .start().waitFor();
          while (out.length() == 0) Thread.onSpinWait();
          try (var in = new Scanner(out)) { long pid = in.nextLong(); out.delete(); return pid; }
        }
        """);
    child = new ChildJvm(HostRuntime.prepare(folder.resolve("runtime"), Tier.BASIC), folder);
  }

  @AfterAll
  static void end() {
    child.close();
  }

  @BeforeEach
  void fresh() {
    child.fresh(trouble::add);
  }

  @Test
  void objects_are_made_and_called() {
    assertThat(value(call(student(), "next"))).isEqualTo(1L);
    assertThat(child.strayThreads().join()).isEmpty();
  }

  @Test
  void a_hand_in_talks_udp_with_addresses_durations_and_lists_of_bytes() throws Exception {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
      var arguments = List.<Object>of(address, Duration.ofSeconds(10), 6);
      var sender = child.make("Student", arguments).join();
      var called = child.call(sender, "exchanges", List.of(new byte[] {1, -1}));
      var packet = new DatagramPacket(new byte[100], 100);
      socket.receive(packet);
      packet.setData(new byte[] {7});
      socket.send(packet);

      assertThat((List<?>) value(called))
          .satisfiesExactly(
              sent -> assertThat(sent).isEqualTo(new byte[] {1, -1}),
              answered -> assertThat(answered).isEqualTo(new byte[] {7}));
    }
  }

  @Test
  void the_platform_charset_is_not_the_authors() {
    assertThat(value(call(student(), "charset"))).isEqualTo("US-ASCII");
  }

  @Test
  void static_state_is_forgotten() {
    value(call(student(), "next"));
    child.fresh(trouble::add);

    assertThat(value(call(student(), "next"))).isEqualTo(1L);
  }

  @Test
  void after_leaving_it_begins_in_a_new_process() {
    long before = pid();
    child.fresh(trouble::add);
    long same = pid();
    child.leave();
    child.fresh(trouble::add);

    assertThat(same).isEqualTo(before);
    assertThat(pid()).isNotEqualTo(before);
  }

  private long pid() {
    return (Long) value(call(student(), "pid"));
  }

  @Test
  void exceptions_and_missing_members_are_typed() {
    var student = student();

    assertThat(failure(Failure.Threw.class, call(student, "throwsIt")).thrown().type())
        .isEqualTo("java.io.EOFException");
    assertThat(failure(Failure.Absent.class, call(student, "nothing")).missing().found())
        .contains("no method of that name");
    assertThat(failure(Failure.Absent.class, child.make("Nobody", List.of())).missing().wanted())
        .isEqualTo("public class Nobody");
  }

  @Test
  void a_program_that_exits_is_said_to_have_ended_and_the_next_check_gets_a_new_one()
      throws InterruptedException {
    var failure = failure(Failure.Ended.class, call(student(), "exits", 3));
    assertThat(failure).hasMessage("the program ended with exit status 3");
    assertThat(trouble.take()).isInstanceOf(Failure.Ended.class);

    child.fresh(trouble::add);

    assertThat(value(call(student(), "next"))).isEqualTo(1L);
  }

  @Test
  void a_program_that_is_halted_has_ended_too() {
    assertThat(failure(Failure.Ended.class, call(student(), "halts"))).hasMessageContaining("9");
  }

  @Test
  void a_program_without_memory_ends() {
    failure(Failure.Ended.class, call(student(), "eats"));
  }

  @Test
  void a_call_that_hangs_holds_up_no_other() {
    var student = student();
    var hanging = call(student, "hangs");

    assertThat(value(call(student, "next"))).isEqualTo(1L);
    assertThat(hanging).isNotDone();
  }

  @Test
  void long_output_is_kept_from_both_ends_and_says_so() {
    value(call(student(), "prints", 100_000));

    assertThat(child.printed()).startsWith("line 0").contains("bytes of output not kept");
    assertThat(child.printed().length()).isLessThan(3 * Output.KEPT);
  }

  @Test
  void an_uncaught_exception_is_reported_to_the_check_in_which_it_happened()
      throws InterruptedException {
    value(call(student(), "throwsBeside", "mine"));

    var seen = (Failure.Threw) trouble.take();
    assertThat(seen.thrown().message()).isEqualTo("mine");
  }

  @Test
  void what_a_check_changes_of_the_jvm_is_put_back_for_the_next() throws InterruptedException {
    value(call(student(), "takesTheHandler"));
    child.fresh(trouble::add);
    value(call(student(), "throwsBeside", "seen again"));
    value(call(student(), "prints", 1));

    assertThat(trouble.take()).isInstanceOf(Failure.Threw.class);
  }

  @Test
  void virtual_threads_that_are_left_are_named() {
    value(call(student(), "startsVirtual"));

    assertThat(child.strayThreads().join()).containsExactly("lost");
  }

  /** A thread dump while virtual threads end makes JDK 25 crash. */
  @Test
  void threads_may_end_while_they_are_listed() {
    value(call(student(), "startsAndEndsVirtual"));

    for (int i = 0; i < 500; i++) {
      assertThat(child.strayThreads().join()).isNotNull();
    }
  }

  @Test
  void one_that_uses_up_its_processor_time_is_stopped_and_that_is_explained() throws Exception {
    onLinux();
    try (var working = working(2)) {
      assertThat(failure(Failure.Ended.class, works(working, 60_000)))
          .hasMessage("the program was stopped: it had used up its 2 s of processor time");
    }
  }

  @Test
  void processor_time_is_that_of_all_its_processes_together() throws Exception {
    onLinux();
    int processes = 0;
    try (var working = working(4)) {
      while (working.usedUp().isEmpty()) {
        try {
          var unused = works(working, 1_200).handle((value, thrown) -> thrown).join();
        } catch (UncheckedIOException stoppedAtItsStart) { // when so little was left
          assertThat(working.usedUp()).as(stoppedAtItsStart.getMessage()).isPresent();
        }
        working.leave();
        processes++;
      }
      assertThat(working.usedUp()).hasValue("4 s of processor time");
    }
    assertThat(processes).isGreaterThan(1);
  }

  private static ChildJvm working(int seconds) throws IOException {
    var runtime = HostRuntime.prepare(folder.resolve("runtime"), Tier.BASIC);
    return new ChildJvm(runtime, folder, new CpuAllowance(Duration.ofSeconds(seconds)));
  }

  private CompletableFuture<?> works(ChildJvm working, int millis) {
    working.fresh(trouble::add);
    return working
        .make("Student", List.of())
        .thenCompose(it -> working.call(it, "works", List.of(millis)));
  }

  @Test
  void a_process_that_left_the_tree_is_gone_when_its_turn_ends() throws Exception {
    onLinux();
    long pid = (Long) value(call(student(), "spawns"));
    var left = ProcessHandle.of(pid).orElseThrow();

    child.close();

    left.onExit().get(20, TimeUnit.SECONDS);
    assertThat(left.isAlive()).isFalse();
  }

  private static void onLinux() {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "setsid and /proc are Linux's");
  }

  private Ref student() {
    return child.make("Student", List.of()).join();
  }

  private static CompletableFuture<Object> call(Ref target, String method, Object... arguments) {
    return child.call(target, method, List.of(arguments));
  }

  private static Object value(CompletableFuture<Object> future) {
    return future.join();
  }

  private static <F extends Failure> F failure(Class<F> type, CompletableFuture<?> future) {
    var wrapped = catchThrowableOfType(CompletionException.class, future::join);
    assertThat(wrapped).hasCauseInstanceOf(type);
    return type.cast(wrapped.getCause());
  }
}
