package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import chatlabs.grader.launch.Failure;
import java.util.List;
import java.util.OptionalLong;

/** Looks at the memory of the JVM in which the program runs, by the JDK's own classes there. */
final class Heap {
  private static final String RUNTIME = "java.lang.Runtime";

  private Heap() {}

  /** Bytes that are in use after a collection; empty when the program runs out of sight. */
  static OptionalLong inUse(Calls calls) {
    try {
      if (calls.callStatic(RUNTIME, "getRuntime", List.of()) instanceof Ref runtime) {
        calls.call(runtime, "gc", List.of());
        return OptionalLong.of(
            number(calls, runtime, "totalMemory") - number(calls, runtime, "freeMemory"));
      }
      throw new IllegalStateException("a JVM without a runtime");
    } catch (Failure.OutOfReach elsewhere) {
      return OptionalLong.empty();
    }
  }

  private static long number(Calls calls, Ref runtime, String method) {
    return calls.call(runtime, method, List.of()) instanceof Long number ? number : 0;
  }
}
