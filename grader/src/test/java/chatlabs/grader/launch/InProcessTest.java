package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InProcessTest {
  @TempDir static Path folder;
  private static URLClassLoader classPath;

  private final BlockingQueue<Failure> trouble = new LinkedBlockingQueue<>();

  @BeforeAll
  static void prepare() throws IOException {
    Sources.compile(
        folder,
        "Visitor",
        """
        private static int count;
        private final java.util.concurrent.CountDownLatch go = new java.util.concurrent.CountDownLatch(1);
        private Thread thread;
        public int next() { return ++count; }
        public void prints(String text) { System.out.print(text); System.err.print("!"); }
        public void fails() throws IOException { throw new IOException("gone"); }
        public void takesTheOutput() { System.setOut(null); }
        public void throwsWhenLetGo(String text) {
          thread = new Thread(() -> {
            try { go.await(); } catch (InterruptedException e) { }
            throw new IllegalStateException(text);
          }, "visitor");
          thread.start();
        }
        public void letGo() throws Exception { go.countDown(); thread.join(); }
        """);
    classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  @AfterAll
  static void end() throws IOException {
    classPath.close();
  }

  @Test
  void each_check_gets_classes_that_start_afresh() {
    try (var subject = subject()) {
      assertThat(call(subject, visitor(subject), "next")).isEqualTo(1L);
      assertThat(call(subject, visitor(subject), "next")).isEqualTo(2L);

      subject.fresh(trouble::add);

      assertThat(call(subject, visitor(subject), "next")).isEqualTo(1L);
    }
  }

  @Test
  void what_the_program_does_wrong_is_typed() {
    try (var subject = subject()) {
      var visitor = visitor(subject);

      assertFails(Failure.Absent.class, subject.make("Nobody", List.of()));
      assertFails(Failure.Absent.class, subject.call(visitor, "nothing", List.of()));
      assertFails(Failure.Threw.class, subject.call(visitor, "fails", List.of()));
    }
  }

  @Test
  void what_it_prints_is_kept_until_the_next_check() {
    try (var subject = subject()) {
      call(subject, visitor(subject), "prints", "hello");
      assertThat(subject.printed()).isEqualTo("hello!");

      subject.fresh(trouble::add);

      assertThat(subject.printed()).isEmpty();
    }
  }

  @Test
  void an_uncaught_exception_is_told_to_the_check_in_which_it_happens()
      throws InterruptedException {
    try (var subject = subject()) {
      var visitor = visitor(subject);
      call(subject, visitor, "throwsWhenLetGo", "mine");
      assertThat(subject.strayThreads().join()).contains("visitor");

      call(subject, visitor, "letGo");

      assertThat(((Failure.Threw) trouble.take()).thrown().message()).isEqualTo("mine");
      assertThat(subject.printed()).contains("IllegalStateException: mine");
    }
  }

  @Test
  void an_uncaught_exception_of_an_earlier_check_is_no_news_to_the_next() throws Exception {
    try (var subject = subject()) {
      var earlier = visitor(subject);
      call(subject, earlier, "throwsWhenLetGo", "late");
      var late = thread("visitor");
      subject.fresh(trouble::add);
      visitor(subject);

      late.interrupt();
      late.join();

      assertThat(trouble).isEmpty();
    }
  }

  @Test
  void the_streams_and_the_handler_are_put_back_at_its_end() {
    var out = System.out;
    var err = System.err;
    var handler = Thread.getDefaultUncaughtExceptionHandler();

    try (var subject = subject()) {
      assertThat(System.out).isNotSameAs(out);
      call(subject, visitor(subject), "takesTheOutput");
    }

    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
  }

  private static void assertFails(Class<? extends Failure> type, CompletableFuture<?> future) {
    assertThat(future)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(type);
  }

  private InProcess subject() {
    var subject = new InProcess(classPath);
    subject.fresh(trouble::add);
    return subject;
  }

  private static Ref visitor(InProcess subject) {
    return subject.make("Visitor", List.of()).join();
  }

  private static Object call(InProcess subject, Ref target, String method, Object... arguments) {
    return subject.call(target, method, List.of(arguments)).join();
  }

  private static Thread thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
