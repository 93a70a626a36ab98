package chatlabs.grader.check;

import chatlabs.grader.channel.CheckedChannel;
import chatlabs.grader.host.Ref;
import chatlabs.grader.host.Thrown;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.wire.DatagramPeer;
import chatlabs.grader.wire.FrameReader;
import chatlabs.grader.wire.Listener;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Peer;
import chatlabs.grader.wire.Relay;
import chatlabs.grader.wire.Wire;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One check at work: it makes the student's objects, connects to them, listens for them, and notes
 * everything in a transcript. For the thread of the check; ends with the check, and then closes all
 * that is still open.
 */
public final class Trial implements AutoCloseable {
  private static final int LAST_PORT = 65_535;
  private static final Duration OFTEN = Duration.ofMillis(2);
  private static final Duration SELDOM = Duration.ofMillis(20);

  private final Calls calls;
  private final Transcript transcript = new Transcript();
  private final Wire wire;
  private final Bench bench;
  private final Random random;
  private final Words words;
  private FrameReader frames = FrameReader.NONE;
  private final Map<String, String> properties = new HashMap<>();
  private final List<Runnable> farewells = new ArrayList<>();

  Trial(Bench bench, String check) {
    this.bench = bench;
    this.random = Seeds.of(bench.seed(), check);
    this.words = new Words(random);
    this.calls = new Calls(bench, transcript);
    this.wire = new Wire(transcript, bench.patience(), calls.bell());
  }

  /**
   * Makes an object of the student's class, and waits for its constructor.
   *
   * @param role an interface with {@link StudentClass}
   */
  public <T> T make(Class<T> role, @Nullable Object... arguments) {
    Ref ref = calls.make(Roles.className(role), Arrays.asList(arguments));
    return Roles.proxy(role, ref, calls);
  }

  /** Calls a static method of the student's class; the result is plain data. */
  public @Nullable Object callStatic(Class<?> role, String method, @Nullable Object... arguments) {
    return calls.callStatic(Roles.className(role), method, Arrays.asList(arguments));
  }

  /**
   * Sets a system property of the program, for what is made or launched after it in this check. To
   * be called before the program's first class is loaded, and always with the same value: classes
   * that were loaded in one check may be used in the next.
   */
  public void property(String name, String value) {
    properties.put(name, value);
    calls.await("setting " + name, bench.subject().set(name, value));
  }

  /**
   * Starts the student's server by its main method, in a process of its own which can be killed,
   * and waits until it listens. It runs with the properties of this check.
   *
   * @param arguments what main gets, as text
   */
  public OwnProcess launch(Class<?> role, Object... arguments) {
    return launch(Map.of(), role, arguments);
  }

  /** As the other {@code launch}, with these system properties in place of those of the check. */
  public OwnProcess launch(Map<String, String> other, Class<?> role, Object... arguments) {
    var all = new HashMap<>(properties);
    all.putAll(other);
    return new OwnProcess(calls.launch(Roles.className(role), List.of(arguments), all), calls);
  }

  /** A file for the program to work on, which is not there yet, in a folder of its own. */
  public ProgramFile file(String name) {
    Path folder = calls.await("making a folder", bench.subject().folder());
    return new ProgramFile(folder.resolve(name), bench.subject(), calls);
  }

  /**
   * The static methods of the student's class, as the methods of an interface; no object is made.
   *
   * @param role an interface with {@link StudentClass}
   */
  public <T> T statics(Class<T> role) {
    return Roles.statics(role, calls);
  }

  /** Connects to a server of the subject; {@code name} is how the diagram calls this end. */
  public Peer connect(String name, int port) {
    demandPort(port);
    return wire.connect(name, "server", bench.subject().address(port));
  }

  /** Listens for the student's client; {@code name} is how the diagram calls this end. */
  public Listener listen(String name) {
    return wire.listen(name, "client");
  }

  /** Says what datagrams are: for the sockets and channels that the check opens from now on. */
  public void frames(FrameReader reader) {
    frames = reader;
  }

  /**
   * A UDP socket of the check's own.
   *
   * @param name how the diagram calls this end
   * @param program how it calls the student's
   */
  public DatagramPeer datagrams(String name, String program) {
    return wire.datagrams(name, program, frames);
  }

  /** Where a server of the subject with this port takes datagrams. */
  public InetSocketAddress address(int port) {
    demandPort(port);
    return bench.subject().address(port);
  }

  /**
   * A channel before the program at this address, which does what the check tells it.
   *
   * @param sender how the diagram calls those who send to the channel
   * @param receiver how it calls the program behind it
   */
  public CheckedChannel channel(String sender, String receiver, InetSocketAddress target) {
    return wire.closing(
        new CheckedChannel(
            sender, receiver, target, frames, transcript, bench.patience(), calls.bell()));
  }

  /**
   * Gives the program a keyboard and a screen: a {@link java.io.Reader} and a {@link
   * java.io.Writer} on its side, whose other end is a connection of the check. Only after the first
   * object of the student's own was made.
   *
   * @param name how the diagram calls the person
   */
  public Terminal terminal(String name) {
    return Terminal.open(calls, listen(name));
  }

  /**
   * A relay before the TCP server at this address, on a loopback port of its own: it cuts into
   * pieces, joins, delays, ends or resets what passes, as the check tells it.
   */
  public Relay relay(InetSocketAddress target) {
    return wire.relay(target);
  }

  /** Starts a call that will not return at once, on a thread of its own. */
  public <T> Later<T> later(String what, Callable<T> call) {
    return new Later<>(what, call, this);
  }

  /**
   * Makes a call that should throw, and gives back what it threw.
   *
   * @throws Mismatch when it throws nothing, or something that is not an {@code expectedType}
   */
  public Thrown thrownBy(String what, String expectedType, Callable<?> call) {
    return later(what, call).throwsA(expectedType);
  }

  /** Demands that the program gave this value. */
  public void equal(String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw mismatch(Outcome.WRONG_VALUE, what + " " + Shown.value(expected), Shown.value(actual));
    }
  }

  /**
   * Waits until this holds; for what gives no event. It is asked again whenever something has come,
   * and after pauses that grow to 20 ms: many who wait must not keep a machine busy.
   */
  public boolean eventually(Duration patience, BooleanSupplier condition) {
    return repeatedly(patience, condition, SELDOM);
  }

  /** Does this step every 2 ms, or when something has come, until it says that it is done. */
  public boolean repeatedly(Duration patience, BooleanSupplier step) {
    return repeatedly(patience, step, OFTEN);
  }

  private boolean repeatedly(Duration patience, BooleanSupplier step, Duration longestPause) {
    return calls.bell().repeat(step, longestPause, bench.patience().deadline(patience));
  }

  /**
   * Begins in a new process where the program has one of its own, so that nothing which earlier
   * checks left is in its memory. Before the first object of the student's is made; costs some 100
   * ms.
   */
  public void startAnew() {
    calls.startAnew();
  }

  /**
   * How many bytes the program's objects take up, after a collection that this call makes; in
   * process, the check's own objects count with them. Empty where that cannot be seen. Only after
   * the first object of the student's own was made.
   */
  public OptionalLong memoryInUse() {
    return Heap.inUse(calls);
  }

  /** The names of the threads that the program has started in this check and that still live. */
  public List<String> strayThreads() {
    return calls.strayThreads();
  }

  /**
   * Demands that no thread of the program is left within this time.
   *
   * @param since what they should have ended after: {@code close()}
   */
  public void noThreadLeft(String since, Duration within) {
    if (!eventually(within, () -> strayThreads().isEmpty())) {
      throw mismatch(
          Outcome.LEFT_BEHIND,
          "every thread of the program to end within " + within.toMillis() + " ms after " + since,
          "still alive: " + String.join(", ", strayThreads()));
    }
  }

  /** Whether the server runs longer than this check, and may not have noticed the last one's end. */
  public boolean serverIsOld() {
    return bench.subject().isOld();
  }

  /** Whether earlier checks have used the program's process. */
  boolean isShared() {
    return bench.subject().isShared();
  }

  /** Something to throw: notes the divergence in the transcript. */
  public Mismatch mismatch(Outcome outcome, String expected, String actual) {
    return calls.mismatch(outcome, expected, actual);
  }

  /**
   * Has something done when the check is over, before its sockets and the program's objects are
   * closed: to let the program end in peace. The verdict stands then; what it throws is left out.
   */
  public void atEnd(Runnable farewell) {
    farewells.add(farewell);
  }

  /** A remark for the diagram. */
  public void remark(String text) {
    transcript.remark("grader", text);
  }

  /** Randomness from the run's seed; the same for the same check and seed. */
  public Random random() {
    return random;
  }

  /** Random names and texts from the run's seed. */
  public Words words() {
    return words;
  }

  private void demandPort(int port) {
    if (port < 1 || port > LAST_PORT) {
      throw mismatch(Outcome.WRONG_VALUE, "a port from 1 to " + LAST_PORT, String.valueOf(port));
    }
  }

  /** This check has waited until a deadline. */
  void waitedInVain() {
    bench.waitedInVain();
  }

  Calls calls() {
    return calls;
  }

  Transcript transcript() {
    return transcript;
  }

  String printed() {
    return bench.subject().printed();
  }

  /** Gives the program a moment to report why it has ended a connection. */
  void awaitTrouble() {
    calls.awaitTrouble();
  }

  /** The first exception or end of the program that was reported besides, or null. */
  @Nullable Failure trouble() {
    return calls.trouble();
  }

  @Override
  public void close() {
    farewells.forEach(Trial::said);
    wire.close();
    calls.close();
    bench.recorded(transcript);
  }

  private static void said(Runnable farewell) {
    try {
      farewell.run();
    } catch (RuntimeException gone) {
      // The program, or an end of the check's, is not there any more: nothing is left to end.
    }
  }
}
