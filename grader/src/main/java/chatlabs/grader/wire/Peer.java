package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.transcript.Visible;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The grader's end of one TCP connection with the program. Its methods read as what happens: it
 * says a line, it receives one. For the thread of the check alone; each wait ends with the event,
 * or at a deadline with a {@link Mismatch}.
 */
public final class Peer implements AutoCloseable {
  private static final int LONGEST_CUT_LINE = 200;

  /** In which a program that has read something can act on it. */
  private static final Duration ACTING = Duration.ofMillis(20);

  /** How much longer than for the next line the wait for a line among others may take. */
  private static final int PATIENCES_UNTIL = 10;

  /** Turns of a loop that waits for a thread that is about to run: about half a millisecond. */
  private static final int SPINS = 10_000;

  private final String name;
  private final Transcript transcript;
  private final Patience patience;
  private final Bell bell;
  private final Socket socket;
  private final Inbox inbox = new Inbox();
  private final Outlet outlet;

  Peer(
      String name,
      String program,
      Socket socket,
      Transcript transcript,
      Patience patience,
      Bell bell) {
    this.name = name;
    this.transcript = transcript;
    this.patience = patience;
    this.bell = bell;
    this.socket = socket;
    this.outlet = new Outlet(name, program, socket, transcript, bell, inbox);
    new Intake(name, program, socket, transcript, bell, inbox).start();
  }

  /** How diagrams call this end. */
  public String name() {
    return name;
  }

  /** Sends this line, UTF-8, and its LF, in one write. */
  public Peer says(String line) {
    return sends(line + "\n");
  }

  /** Sends exactly this text, UTF-8, in one write: no line end is added. */
  public Peer sends(String raw) {
    return sends(raw.getBytes(UTF_8));
  }

  /**
   * Sends exactly these bytes in one write. Not for more than some megabytes at a time: a program
   * that answers as it reads is held back when nobody receives its answers.
   *
   * @throws Mismatch when the program does not take them ({@link Outcome#NOT_READING})
   */
  public Peer sends(byte[] raw) {
    outlet.send(raw, patience.deadline());
    return this;
  }

  /**
   * Lets each of these say its own line, all as nearly at the same time as it can be done. For
   * connections on which nothing waits to be sent, and short lines.
   *
   * @param lines what is said, in the order of the peers
   */
  public static void sayTogether(List<Peer> peers, List<String> lines) {
    var gate = new CountDownLatch(2);
    var half = new Thread(() -> sayAll(peers, lines, 0, gate), "wire-together");
    half.start();
    sayAll(peers, lines, 1, gate);
    try {
      half.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the check was interrupted", stopped);
    }
  }

  /**
   * Two threads, which wait for one another, take turns through the peers. On a machine with too
   * much to do the other may not even have a processor yet: it is left to others meanwhile.
   */
  private static void sayAll(List<Peer> peers, List<String> lines, int first, CountDownLatch gate) {
    gate.countDown();
    for (int turns = 0; gate.getCount() > 0; turns++) {
      if (turns < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1);
      }
    }
    for (int i = first; i < peers.size(); i += 2) {
      peers.get(i).outlet.sendNow((lines.get(i) + "\n").getBytes(UTF_8));
    }
  }

  /** Sends the end of the stream (FIN) and goes on reading: half-close. */
  public Peer finishes() {
    outlet.finish();
    return this;
  }

  /** Tears the connection down with a reset (RST). */
  public Peer resets() {
    outlet.reset();
    return this;
  }

  /**
   * Stops reading: what the program sends from now on fills the system's buffers, and then waits in
   * the program. At most one more buffer of 16 KiB is still read.
   */
  public Peer stopsReading() {
    transcript.remark(name, "stops reading");
    bell.ring(() -> inbox.hold(true));
    return this;
  }

  /** Reads again after {@link #stopsReading}. */
  public Peer readsAgain() {
    transcript.remark(name, "reads again");
    bell.release(() -> inbox.hold(false));
    return this;
  }

  /** Receives the next line, whatever it is, without LF; trailing spaces and CR are taken off. */
  public String receivesLine() {
    return Lines.lenient(nextLine(() -> "a line"));
  }

  /** Receives exactly this line next. Trailing spaces do not matter (LINE-2). */
  public Peer receives(String expected) {
    return receives(List.of(expected));
  }

  /** Receives these lines next, in this order. */
  public Peer receives(List<String> expected) {
    var due = expected.stream().map(Lines::lenient).toList();
    for (int i = 0; i < due.size(); i++) {
      String line = expected.get(i);
      String actual = Lines.lenient(nextLine(() -> quoted(line)));
      if (!actual.equals(due.get(i))) {
        boolean known = due.subList(i + 1, due.size()).contains(actual);
        Outcome outcome = known ? Outcome.WRONG_ORDER : Outcome.WRONG_LINE;
        throw mismatch(outcome, quoted(line), quoted(actual));
      }
    }
    return this;
  }

  /**
   * Receives next a line that fits, and gives it back as it came: its LF alone is taken off.
   *
   * @param shown how a failure names what was expected
   */
  public String receives(String shown, Predicate<String> fits) {
    return receives(() -> shown, fits);
  }

  /** The same, when it takes time to say what was expected: only a failure asks. */
  public String receives(Supplier<String> shown, Predicate<String> fits) {
    String line = new String(nextLine(shown), UTF_8);
    if (!fits.test(line)) {
      throw mismatch(Outcome.WRONG_LINE, shown.get(), quoted(line));
    }
    return line;
  }

  /**
   * Receives lines until this one has come; gives back those that came before it.
   *
   * @throws Mismatch also when other lines come without end ({@link Outcome#EXTRA_LINE})
   */
  public List<String> receivesUntil(String expected) {
    var before = new ArrayList<String>();
    String due = Lines.lenient(expected);
    long longest = patience.base().multipliedBy(PATIENCES_UNTIL).toNanos();
    long start = MachineTime.HERE.nanos();
    for (long bytes = 0; ; ) {
      byte[] raw = nextLine(() -> quoted(expected));
      String line = Lines.lenient(raw);
      if (line.equals(due)) {
        return before;
      }
      before.add(line);
      bytes += raw.length + 1;
      if (bytes > Inbox.BOUND || MachineTime.HERE.nanos() - start > longest) {
        String actual = before.size() + " other lines, the last " + quoted(line);
        throw mismatch(Outcome.EXTRA_LINE, quoted(expected), actual);
      }
    }
  }

  /** Receives lines until the connection ends, in whatever way; gives back the whole ones. */
  public List<String> receivesUntilEnd() {
    var lines = new ArrayList<String>();
    while (true) {
      await(() -> inbox.hasLine() || inbox.end() != null, patience.deadline());
      byte[] line = bell.take(inbox::takeLine);
      if (line == null && bell.take(inbox::end) != null) {
        return lines;
      }
      if (line == null) {
        throw mismatch(
            Outcome.STILL_OPEN, "the end of the stream", "silence: the connection stays open");
      }
      lines.add(Lines.lenient(line));
    }
  }

  /** Receives exactly these bytes next: line ends and trailing spaces count. */
  public Peer receivesBytes(String expected) {
    byte[] bytes = expected.getBytes(UTF_8);
    await(() -> inbox.size() >= bytes.length || inbox.end() != null, patience.deadline());
    byte[] actual = bell.take(() -> inbox.take(bytes.length));
    if (Arrays.equals(bytes, actual)) {
      return this;
    }
    if (actual.length == 0) {
      throw ended(quoted(expected));
    }
    boolean cut = Arrays.equals(bytes, 0, actual.length, actual, 0, actual.length);
    throw mismatch(cut ? Outcome.CUT_LINE : Outcome.WRONG_LINE, quoted(expected), quoted(actual));
  }

  /** Sees the connection end, by end of stream or reset, with nothing before it. */
  public Peer receivesEnd() {
    String expected = "the end of the stream";
    boolean happened = await(() -> inbox.end() != null || inbox.hasLine(), patience.deadline());
    byte[] rest = bell.take(inbox::peek);
    if (rest.length > 0) {
      throw mismatch(Outcome.EXTRA_LINE, expected, quoted(rest));
    }
    if (!happened) {
      throw mismatch(Outcome.STILL_OPEN, expected, "the connection stays open");
    }
    return this;
  }

  /** Sees the end of the stream, with nothing before it; a reset will not do. */
  public Peer receivesEndOfStream() {
    receivesEnd();
    if (bell.take(inbox::end) == Outcome.RESET) {
      throw mismatch(Outcome.RESET, "the end of the stream", Outcome.RESET.words());
    }
    return this;
  }

  /**
   * Waits until the program has read all that was sent: what is sent next comes in another read. On
   * a crowded machine no while is so long that this is certain. Where the system does not tell ({@link
   * Unread}), and when the program does not read, goes on all the same: to be followed by a while.
   */
  public Peer isRead() {
    Unread.await(socket, bell, patience.deadline());
    return this;
  }

  /**
   * Waits until the program has read all that was sent, and then 20 ms of the machine's time, in
   * which it can act on that: what is sent next comes to it by itself. What comes meanwhile does not
   * matter.
   */
  public Peer isReadAlone() {
    isRead();
    await(() -> false, patience.deadline(ACTING));
    return this;
  }

  /**
   * Sees nothing at all for a while. Only for what the protocol gives no other way to show.
   *
   * @param quiet how long; a program that is merely slow is not caught, one that is right never is
   * @param because why there is no fence for this; stands in the transcript
   */
  public Peer staysQuiet(Duration quiet, String because) {
    transcript.remark(name, "waits " + quiet.toMillis() + " ms: " + because);
    boolean something = await(() -> inbox.size() > 0 || inbox.end() != null, Deadline.quiet(quiet));
    if (!something) {
      return this;
    }
    byte[] early = bell.take(inbox::peek);
    if (early.length > 0) {
      throw mismatch(Outcome.EXTRA_LINE, "nothing yet", quoted(early));
    }
    throw ended("nothing yet");
  }

  /** Whether something has come that was not received, be it the end; does not wait. */
  public boolean hasNews() {
    return bell.take(() -> inbox.size() > 0 || inbox.end() != null);
  }

  /** Closes this end. Safe to call more than once. */
  @Override
  public void close() {
    outlet.close();
    bell.release(() -> {});
  }

  private byte[] nextLine(Supplier<String> expected) {
    await(() -> inbox.hasLine() || inbox.end() != null || inbox.full(), patience.deadline());
    byte[] line = bell.take(inbox::takeLine);
    if (line != null) {
      return line;
    }
    byte[] rest = bell.take(inbox::peek);
    if (rest.length > 0) {
      String shown = Visible.cut(Visible.bytes(rest), LONGEST_CUT_LINE);
      throw mismatch(Outcome.CUT_LINE, expected.get(), "\"" + shown + "\" without a line end");
    }
    throw ended(expected.get());
  }

  private Mismatch ended(String expected) {
    var end = bell.take(inbox::end);
    return end == null
        ? mismatch(Outcome.SILENCE, expected, "silence")
        : mismatch(end, expected, end.words());
  }

  private static String quoted(String text) {
    return "\"" + Visible.text(text) + "\"";
  }

  private static String quoted(byte[] bytes) {
    return "\"" + Visible.bytes(bytes) + "\"";
  }

  private Mismatch mismatch(Outcome outcome, String expected, String actual) {
    transcript.diverges(name, expected, actual);
    return new Mismatch(outcome, name, expected, actual);
  }

  private boolean await(BooleanSupplier condition, Deadline deadline) {
    return bell.await(condition, deadline);
  }
}
