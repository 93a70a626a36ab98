package chatlabs.rooms.checks;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads the times of events. Thousands come in one second: the same time is read once. */
final class Clock {
  private String last = "";
  private Instant time = Instant.MIN;

  /**
   * The instant of this text.
   *
   * @throws DateTimeException when it is none
   */
  Instant read(String text) {
    if (!text.equals(last)) {
      time = Instant.parse(text);
      last = text;
    }
    return time;
  }
}
