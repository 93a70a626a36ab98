package chatlabs.grader.channel;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.SequenceDiagram;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Draws what a channel does, row by row, while it does it. */
public final class LiveView implements Viewer {
  private static final String SENDER = "sender";
  private static final String RECEIVER = "receiver";
  private static final List<String> LANES = List.of(SENDER, RECEIVER);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final Sums sums;
  private final Consumer<String> out;

  /** Tells these sums, and gives each row to {@code out}. */
  public LiveView(Sums sums, Consumer<String> out) {
    this.sums = sums;
    this.out = out;
  }

  /** What stands above the rows. */
  public static String heading() {
    return "        time " + SequenceDiagram.heading(LANES);
  }

  @Override
  public void sees(Passage passage, Leg leg) {
    sums.add(passage, leg);
    boolean forth = passage.arrival().way() == Way.FORTH;
    var event =
        new Event.Datagram(
            Duration.ZERO,
            forth ? SENDER : RECEIVER,
            forth ? RECEIVER : SENDER,
            passage.arrival().frame().toString(),
            leg,
            passage.fate().mishaps(),
            leg == Leg.SECOND ? "" : passage.fate().words(),
            passage.number());
    out.accept(time() + " " + SequenceDiagram.row(LANES, event));
  }

  @Override
  public void remarks(String what) {
    out.accept(time() + "  " + what);
  }

  private static String time() {
    return LocalTime.now(ZoneId.systemDefault()).format(CLOCK);
  }
}
