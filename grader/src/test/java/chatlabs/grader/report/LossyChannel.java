package chatlabs.grader.report;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Mishap;
import chatlabs.grader.transcript.Transcript;
import java.time.Duration;
import java.util.Set;

/** A transcript in which a channel does everything that channels do. */
final class LossyChannel {
  private final Transcript transcript = new Transcript();
  private long number;

  private LossyChannel() {}

  static Transcript transcript() {
    var channel = new LossyChannel();
    channel.fill();
    return channel.transcript;
  }

  private void fill() {
    transcript.remark("sender", "makes a Sender with a timeout of 100 ms");
    forth("D 0 \"hello\"", Leg.WHOLE, Set.of(), "");
    back("A 0", Leg.WHOLE, Set.of(), "");
    forth("D 1 \"<script>alert(1)</script>\"", Leg.FIRST, Set.of(Mishap.LOST), "lost");
    forth("D 1 \"a\"", Leg.WHOLE, Set.of(Mishap.DAMAGED), "bit 37 flipped");
    forth("D 1 \"a\"", Leg.WHOLE, Set.of(Mishap.DOUBLED), "doubled");
    number = 7;
    back("A 1", Leg.FIRST, Set.of(Mishap.HELD), "held until D 2 has passed");
    number = 0;
    back("A 1", Leg.WHOLE, Set.of(), "");
    forth("D 2 \"b\"", Leg.WHOLE, Set.of(), "");
    number = 7;
    back("A 1", Leg.SECOND, Set.of(Mishap.HELD), "");
    number = 0;
    var both = Set.of(Mishap.DOUBLED, Mishap.DAMAGED);
    var wrong = forth("D 2 \"b\"", Leg.WHOLE, both, "doubled, bit 3 flipped");
    number = 8;
    back("A 2", Leg.FIRST, Set.of(Mishap.DELAYED), "delayed 30 ms");
    back("A 2", Leg.SECOND, Set.of(Mishap.DELAYED), "");
    transcript.divergesAfter(wrong, "sender", "A 1 to be ignored", "D 2 is sent once more");
  }

  private Duration forth(String frame, Leg leg, Set<Mishap> mishaps, String note) {
    return transcript.datagram("sender", "receiver", frame, leg, mishaps, note, number);
  }

  private void back(String frame, Leg leg, Set<Mishap> mishaps, String note) {
    transcript.datagram("receiver", "sender", frame, leg, mishaps, note, number);
  }
}
