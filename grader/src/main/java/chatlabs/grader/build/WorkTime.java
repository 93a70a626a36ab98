package chatlabs.grader.build;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * How long a thread has worked: the processor time that it has used, and what collecting its garbage
 * has taken since this was made.
 */
final class WorkTime {
  private final Thread thread;
  private final long collectedBefore = collected();

  WorkTime(Thread thread) {
    this.thread = thread;
  }

  /** In nanoseconds; {@link Long#MAX_VALUE} where the system does not tell. */
  long nanos() {
    var threads = ManagementFactory.getThreadMXBean();
    long used =
        threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.threadId()) : -1;
    return used < 0
        ? Long.MAX_VALUE
        : used + TimeUnit.MILLISECONDS.toNanos(collected() - collectedBefore);
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
