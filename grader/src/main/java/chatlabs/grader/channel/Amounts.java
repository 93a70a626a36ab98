package chatlabs.grader.channel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rates and times as people type them: {@code 20%}, {@code 0.2}, {@code 30ms}, {@code 1.5s}. */
public final class Amounts {
  private static final Pattern RATE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})\\s*(%?)");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})\\s*(ms|s|)");
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Amounts() {}

  /**
   * A rate from 0 to 1.
   *
   * @throws IllegalArgumentException when it is none; the message says what one looks like
   */
  public static double rate(String typed) {
    var matcher = RATE.matcher(typed.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + typed + "' is no rate: write 20% or 0.2");
    }
    double number = Double.parseDouble(matcher.group(1));
    if (matcher.group(2).isEmpty() && number > 1) {
      throw new IllegalArgumentException(
          "'" + typed + "' is no rate: write " + typed.strip() + "% or a number from 0 to 1");
    }
    double rate = matcher.group(2).isEmpty() ? number : number / 100;
    if (rate > 1) {
      throw new IllegalArgumentException("'" + typed + "': a rate is from 0% to 100%");
    }
    return rate;
  }

  /**
   * A time from 0 to a minute.
   *
   * @throws IllegalArgumentException when it is none; the message says what one looks like
   */
  public static Duration time(String typed) {
    var matcher = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + typed + "' is no time: write 30ms or 1.5s");
    }
    var number = new BigDecimal(matcher.group(1));
    if (matcher.group(2).isEmpty() && number.signum() != 0) {
      throw new IllegalArgumentException(
          "'" + typed + "' has no unit: write " + typed.strip() + "ms or " + typed.strip() + "s");
    }
    int digits = matcher.group(2).equals("s") ? 9 : 6;
    var time = Duration.ofNanos(number.movePointRight(digits).longValue());
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + typed + "': a time is at most one minute here");
    }
    return time;
  }

  /** For people: {@code 20%}, {@code 0.5%}. */
  public static String shown(double rate) {
    return BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** For people: {@code 30 ms}, {@code 0.5 ms}. */
  public static String shown(Duration time) {
    var millis = BigDecimal.valueOf(time.toNanos()).movePointLeft(6).stripTrailingZeros();
    return millis.toPlainString() + " ms";
  }
}
