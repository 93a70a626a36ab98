package chatlabs.grader.launch;

import chatlabs.grader.host.Ref;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A submission that runs. Methods that give a future do not block; the future completes when the
 * program has done what was asked, on any thread, or exceptionally with one of the {@link Failure}
 * kinds. Nobody promises that it ever completes: who waits needs a deadline. Used by one check at a
 * time.
 */
public interface Subject extends AutoCloseable {
  /** The kind of subject: {@code in-process}, {@code child-jvm}, {@code command}, {@code attach}. */
  String kind();

  /** Whether its classes can be reached, and not only a server that listens. */
  default boolean hasClasses() {
    return true;
  }

  /**
   * Forgets all that earlier checks made, static state included, and reports from now on.
   *
   * @param trouble is told, on any thread, of exceptions that ended a thread of the program, and of
   *     the program's own end
   */
  void fresh(Consumer<Failure> trouble);

  /** Makes an object of the student's class with its public constructor for these arguments. */
  CompletableFuture<Ref> make(String className, List<?> arguments);

  /** Calls a public method of such an object; the result is plain data or a {@link Ref}. */
  CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments);

  /** Calls a public static method of a class. */
  CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments);

  /**
   * Forgets what earlier checks left in memory, where the program has a process of its own: the next
   * {@link #fresh} starts a new one.
   */
  default void leave() {
    // what runs elsewhere, or in the checks' own JVM, stays
  }

  /**
   * Starts the class's main method in a process of its own, and completes when it listens. The
   * process is killed at {@link #fresh} and {@link #close} at the latest.
   *
   * @param properties system properties of that process
   */
  CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> properties);

  /** Sets a system property of the program's JVM, until {@link #fresh}. */
  CompletableFuture<@Nullable Object> set(String property, String value);

  /** An empty folder for files of the program's, new with every call. */
  CompletableFuture<Path> folder();

  /** The bytes of a file of such a folder; empty where there is none. */
  CompletableFuture<Optional<byte[]>> read(Path file);

  /** Makes this the content of a file in such a folder. */
  CompletableFuture<@Nullable Object> write(Path file, byte[] bytes);

  /** The names of the threads that the program has started since {@link #fresh} and that live. */
  CompletableFuture<List<String>> strayThreads();

  /** Where a server of this subject with this port can be reached. */
  InetSocketAddress address(int port);

  /** Whether its server has lived before {@link #fresh}, and may still be busy with what was then. */
  default boolean isOld() {
    return false;
  }

  /**
   * Whether the program's process has served earlier checks, too: when it ends, that may be the work
   * of one of them.
   */
  default boolean isShared() {
    return false;
  }

  /** What the program has used all of that it may have, in words; no further check begins then. */
  default Optional<String> usedUp() {
    return Optional.empty();
  }

  /** What the program printed since {@link #fresh}; long output is cut in its middle, saying so. */
  String printed();

  /** Ends the program and all that it started. Does not throw; safe to call more than once. */
  @Override
  void close();
}
