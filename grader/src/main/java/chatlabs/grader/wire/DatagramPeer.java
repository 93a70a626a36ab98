package chatlabs.grader.wire;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.transcript.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The grader's own UDP socket, on the loopback interface. It sends what it is told to, and receives
 * what comes, each in the order of arrival. For the thread of the check alone; each wait ends with
 * the event, or at a deadline with a {@link Mismatch}.
 */
public final class DatagramPeer implements AutoCloseable {
  private final String name;
  private final String program;
  private final FrameReader reader;
  private final Transcript transcript;
  private final Patience patience;
  private final Bell bell;
  private final DatagramIntake intake;
  private @Nullable InetSocketAddress last;
  private @Nullable InetSocketAddress reached;

  DatagramPeer(
      String name,
      String program,
      FrameReader reader,
      Transcript transcript,
      Patience patience,
      Bell bell) {
    this.name = name;
    this.program = program;
    this.reader = reader;
    this.transcript = transcript;
    this.patience = patience;
    this.bell = bell;
    this.intake = new DatagramIntake(name, program, reader, transcript, bell);
  }

  /** How diagrams call this end. */
  public String name() {
    return name;
  }

  /** Its port. */
  public int port() {
    return intake.socket().getLocalPort();
  }

  /** Where the program reaches it: a loopback address. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
  }

  /** Sends exactly these bytes in one datagram. That nobody listens there is no error here. */
  public DatagramPeer sends(InetSocketAddress to, byte[] datagram) {
    String frame = reader.read(datagram).toString();
    transcript.datagram(name, program, frame, Leg.WHOLE, Set.of(), "", 0);
    reached = to;
    try {
      intake.socket().send(new DatagramPacket(datagram, datagram.length, to));
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot send to " + to, trouble);
    }
    return this;
  }

  /** Sends these bytes to where the datagram came from that was received last. */
  public DatagramPeer answers(byte[] datagram) {
    var to = last;
    if (to == null) {
      throw new IllegalStateException("nothing was received yet that could be answered");
    }
    return sends(to, datagram);
  }

  /**
   * Waits until the program has read what was sent to it last. On a crowded machine no while is so
   * long that this is certain. Where the system does not tell ({@link Unread}), and when the program
   * does not read, goes on all the same.
   */
  public DatagramPeer isRead() {
    var to = reached;
    if (to == null) {
      throw new IllegalStateException("nothing was sent yet that could be read");
    }
    Unread.await(to, bell, patience.deadline());
    return this;
  }

  /** Receives the next datagram, whatever it is; {@code expected} is how a failure names it. */
  public Datagram receives(String expected) {
    bell.await(() -> intake.waiting() > 0, patience.deadline());
    var next = bell.take(intake::next);
    if (next == null) {
      throw mismatch(Outcome.SILENCE, expected, "silence");
    }
    last = next.from();
    return next;
  }

  /**
   * Receives next a datagram that fits.
   *
   * @param expected how a failure names what was expected
   */
  public Datagram receives(String expected, Predicate<Datagram> fits) {
    var next = receives(expected);
    if (!fits.test(next)) {
      throw mismatch(Outcome.WRONG_FRAME, next, expected);
    }
    return next;
  }

  /** Receives exactly these bytes next. */
  public Datagram receives(byte[] expected) {
    return receives(
        shown(reader.read(expected), expected), d -> Arrays.equals(d.bytes(), expected));
  }

  /**
   * All that has come and was not received yet, in order. What the program had sent before this was
   * called is among it: a marker is sent behind that, and waited for.
   */
  public List<Datagram> receivesAll() {
    settle();
    var all = new ArrayList<Datagram>();
    for (var next = bell.take(intake::next); next != null; next = bell.take(intake::next)) {
      all.add(next);
      last = next.from();
    }
    return all;
  }

  /**
   * Demands that nothing has come that was not received: whatever the program had sent before this
   * was called would be seen.
   *
   * @param after for the failure: what there should be nothing after
   */
  public DatagramPeer receivesNothing(String after) {
    settle();
    var next = bell.take(intake::next);
    if (next != null) {
      last = next.from();
      throw mismatch(Outcome.EXTRA_FRAME, next, "nothing " + after);
    }
    return this;
  }

  /**
   * Sees nothing at all for a while. Only for what the protocol gives no other way to show.
   *
   * @param quiet how long; a program that is merely slow is not caught, one that is right never is
   * @param because why there is no fence for this; stands in the transcript
   */
  public DatagramPeer staysQuiet(Duration quiet, String because) {
    transcript.remark(name, "waits " + quiet.toMillis() + " ms: " + because);
    bell.await(() -> intake.waiting() > 0, Deadline.quiet(quiet));
    return receivesNothing("yet");
  }

  /** How many datagrams have come so far, received or not; those of {@link #receivesAll} at least. */
  public long count() {
    return bell.take(intake::count);
  }

  /**
   * Something to throw: this datagram is where the program left the protocol. The diagram shows it
   * there, whatever has happened since.
   */
  public Mismatch mismatch(Outcome outcome, Datagram where, String expected) {
    String actual = shown(where.frame(), where.bytes());
    transcript.divergesAfter(where.at(), name, expected, actual);
    return new Mismatch(outcome, name, expected, actual);
  }

  /** Closes the socket. Safe to call more than once. */
  @Override
  public void close() {
    intake.close();
  }

  private void settle() {
    var deadline = patience.deadline();
    if (!intake.settle(deadline)) {
      throw new IllegalStateException("a datagram to the grader itself did not arrive");
    }
  }

  private Mismatch mismatch(Outcome outcome, String expected, String actual) {
    transcript.diverges(name, expected, actual);
    return new Mismatch(outcome, name, expected, actual);
  }

  private static String shown(FrameName frame, byte[] bytes) {
    return frame.kind().equals(FrameName.UNKNOWN)
        ? "\"" + Visible.cut(Visible.bytes(bytes), 80) + "\""
        : frame.toString();
  }
}
