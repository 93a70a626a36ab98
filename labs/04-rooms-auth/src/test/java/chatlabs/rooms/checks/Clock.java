package chatlabs.rooms.checks;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads the times of events. Thousands come in one second: the same second is read once. */
final class Clock {
  /** The most digits that a fraction of a second has. */
  private static final int DIGITS = 9;

  private String lastSecond = "";
  private Instant atSecond = Instant.MIN;

  /**
   * The instant of this text.
   *
   * @param text with a Z at its end
   * @throws DateTimeException when it is none
   */
  Instant read(String text) {
    int point = text.indexOf('.');
    return point < 0
        ? second(text)
        : second(text.substring(0, point) + "Z")
            .plusNanos(nanos(text.substring(point + 1, text.length() - 1)));
  }

  private Instant second(String text) {
    if (!text.equals(lastSecond)) {
      atSecond = Instant.parse(text);
      lastSecond = text;
    }
    return atSecond;
  }

  private static int nanos(String fraction) {
    boolean digits = fraction.chars().allMatch(each -> each >= '0' && each <= '9');
    if (!digits || fraction.isEmpty() || fraction.length() > DIGITS) {
      throw new DateTimeException("no fraction of a second: " + fraction);
    }
    return Integer.parseInt(fraction + "0".repeat(DIGITS - fraction.length()));
  }
}
