package chatlabs.echo.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Peer;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who talks to the student's server: a connection of the check's own.
 *
 * <p>{@link #receivesAck} looks at the text and not at the number. A server that counts wrong fails
 * the checks of ECHO-1, and nothing else: one mistake costs its own points, not all.
 */
public final class Guest {
  private static final Pattern ACK = Pattern.compile("ACK (\\d+)( .*)?", Pattern.DOTALL);

  private final Peer peer;
  private String lastAck = "";

  Guest(Peer peer) {
    this.peer = peer;
  }

  /** Sends a line, with its LF. */
  public Guest says(String line) {
    peer.says(line);
    return this;
  }

  /** Sends just these characters, in one segment, without a line end. */
  public Guest sends(String characters) {
    return sends(characters.getBytes(UTF_8));
  }

  /** Sends just these bytes, in one segment. */
  public Guest sends(byte[] bytes) {
    peer.sends(bytes);
    return this;
  }

  /** Ends its output, and goes on reading. */
  public Guest finishes() {
    peer.finishes();
    return this;
  }

  /** Tears the connection down. */
  public void resets() {
    peer.resets();
  }

  /** Closes the connection. */
  public void leaves() {
    peer.close();
  }

  /** Receives exactly this line; trailing spaces do not matter (LINE-2). */
  public Guest receives(String line) {
    peer.receives(line);
    return this;
  }

  /** Receives {@code ACK}, any number, and this text. */
  public Guest receivesAck(String text) {
    String shown = "\"ACK <n> " + Visible.text(text) + "\"";
    lastAck = peer.receives(shown, line -> trimmed(text(line)).equals(trimmed(" " + text)));
    return this;
  }

  /** Receives {@code ACK}, any number, and any text. */
  public Guest receivesAnyAck() {
    lastAck = peer.receives("\"ACK <n> <text>\"", line -> ACK.matcher(line).matches());
    return this;
  }

  /** Receives the last acknowledgement once more, with the next number: each other byte counts. */
  public Guest receivesTheSameAck() {
    String before = text(lastAck);
    String shown = "\"ACK <n>" + Visible.text(before) + "\"";
    lastAck = peer.receives(shown, line -> text(line).equals(before));
    return this;
  }

  /** Receives {@code ERR} with any reason. */
  public Guest receivesRefusal() {
    peer.receives("\"ERR too-long\"", line -> line.startsWith("ERR"));
    return this;
  }

  /** Receives any acknowledgement whose only line end is a LF. */
  public Guest receivesAckWithoutCr() {
    lastAck =
        peer.receives(
            "\"ACK <n> <text>\" and a LF, without a CR",
            line -> ACK.matcher(line).matches() && !trimmedSpaces(line).endsWith("\r"));
    return this;
  }

  /** The number of the last acknowledgement. */
  public int number() {
    return Integer.parseInt(matched(lastAck).group(1));
  }

  /**
   * Receives nothing for a while after all was read; {@code because} says why only time can show it.
   */
  public Guest staysQuiet(Duration quiet, String because) {
    peer.isRead().staysQuiet(quiet, because);
    return this;
  }

  /** Sees the connection end, in one way or the other, with nothing before it. */
  public void receivesEnd() {
    peer.receivesEnd();
  }

  /** Sees the end of the stream, not a reset, with nothing before it. */
  public void receivesEndOfStream() {
    peer.receivesEndOfStream();
  }

  /** What follows the number; a text that no server can send where there is no number. */
  private static String text(String line) {
    var matcher = ACK.matcher(line);
    if (!matcher.matches()) {
      return "\n";
    }
    return matcher.group(2) == null ? "" : matcher.group(2);
  }

  private static Matcher matched(String line) {
    var matcher = ACK.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("no acknowledgement was received before");
    }
    return matcher;
  }

  /** Without the spaces at its end, which carry no meaning, and the CR that LINE-2's check sees. */
  private static String trimmed(String text) {
    return text.replaceFirst("[ \r]+$", "");
  }

  private static String trimmedSpaces(String text) {
    return text.replaceFirst(" +$", "");
  }
}
