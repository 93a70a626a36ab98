package chatlabs.grader.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualThreadsTest {
  /** Carriers end when they have had nothing to do for half a minute; here it is a moment. */
  @Test
  void one_that_waits_is_seen_also_when_no_carrier_lives() throws Exception {
    assertThat(Waiting.output()).isEqualTo("[waiting]\n");
  }

  /** Starts a virtual thread that waits until there is no carrier, and prints what was started. */
  static final class Waiting {
    private static final long MOMENT_MILLIS = 50;

    static String output() throws IOException {
      var words = new ArrayList<String>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(List.of("-Djdk.trackAllThreads=true", "-cp"));
      words.add(System.getProperty("java.class.path"));
      words.addAll(List.of("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED"));
      words.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
      words.addAll(List.of("--add-opens", "java.base/java.util.concurrent=ALL-UNNAMED"));
      words.add(Waiting.class.getName());
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
      endCarriersSoon();
      var threads = Threads.now();
      var started = new CountDownLatch(1);
      Thread.ofVirtual().name("waiting").start(() -> waitAfter(started));
      started.await();
      while (hasCarriers()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      System.out.println(threads.startedSince());
      System.exit(0);
    }

    private static void waitAfter(CountDownLatch started) {
      started.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    private static void endCarriersSoon() throws ReflectiveOperationException {
      for (var field : Class.forName("java.lang.VirtualThread").getDeclaredFields()) {
        if (field.getType() == ForkJoinPool.class) {
          field.setAccessible(true);
          var keepAlive = ForkJoinPool.class.getDeclaredField("keepAlive");
          keepAlive.setAccessible(true);
          keepAlive.setLong(field.get(null), MOMENT_MILLIS);
        }
      }
    }

    private static boolean hasCarriers() {
      ThreadGroup root = Thread.currentThread().getThreadGroup().getParent();
      var all = new Thread[100];
      int count = root.enumerate(all);
      return Arrays.stream(all, 0, count)
          .anyMatch(each -> each.getClass().getName().equals("jdk.internal.misc.CarrierThread"));
    }
  }
}
