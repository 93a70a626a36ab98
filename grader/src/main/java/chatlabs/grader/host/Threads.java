package chatlabs.grader.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The threads that lived at one moment, to find those that were started since. Threads of the JDK
 * (carriers, pollers, common pool) and of the grader do not count.
 */
final class Threads {
  private static final Set<String> JDK_GROUPS =
      Set.of(
          "system",
          "InnocuousThreadGroup",
          "InnocuousForkJoinWorkerThreadGroup",
          "CarrierThreads",
          "VirtualThreads");

  private static final List<String> GRADER = List.of("chatlabs-", "wire-");

  /** The JDK numbers threads, virtual ones too, in the order in which they are made. */
  private final long last;

  private Threads(long last) {
    this.last = last;
  }

  static Threads now() {
    return new Threads(Thread.ofPlatform().unstarted(() -> {}).threadId());
  }

  /** The names of the threads that live now and did not live then. */
  List<String> startedSince() {
    var names = new ArrayList<String>();
    for (var thread : platform()) {
      if (thread.threadId() > last && isStudents(thread)) {
        names.add(thread.getName());
      }
    }
    // also where no carrier lives: those end when they have had nothing to do for half a minute
    VirtualThreads.namedAfter(last).stream().filter(Threads::notGraders).forEach(names::add);
    return names;
  }

  private static boolean isStudents(Thread thread) {
    var group = thread.getThreadGroup();
    return group != null
        && !JDK_GROUPS.contains(group.getName())
        && !carries(thread)
        && notGraders(thread.getName());
  }

  private static boolean carries(Thread thread) {
    return thread.getClass().getName().equals("jdk.internal.misc.CarrierThread");
  }

  private static boolean notGraders(String name) {
    return GRADER.stream().noneMatch(name::startsWith);
  }

  private static List<Thread> platform() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    var threads = new Thread[root.activeCount() * 2 + 16];
    int count = root.enumerate(threads, true);
    return List.of(java.util.Arrays.copyOf(threads, count));
  }
}
