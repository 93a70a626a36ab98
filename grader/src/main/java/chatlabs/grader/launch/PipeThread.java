package chatlabs.grader.launch;

/**
 * A thread that reads what a process writes into a pipe: a daemon, and one of the platform. A
 * virtual thread keeps its carrier while it reads a pipe. The JDK starts others meanwhile, but those
 * end when they had nothing to do for half a minute, and then none is started any more where as
 * many pipes are read as there are processors (seen with JDK 25.0.3): no virtual thread of the whole
 * JVM runs again until a process writes something.
 */
public final class PipeThread {
  private PipeThread() {}

  /** Starts it. */
  public static void start(String name, Runnable reading) {
    Thread.ofPlatform().daemon().name(name).start(reading);
  }
}
