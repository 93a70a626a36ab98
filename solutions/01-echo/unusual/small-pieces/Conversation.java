// Unusual: each reply goes out in pieces of seven bytes, and with a space before its LF.
package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** The conversation with one client, from its first line to its end. */
final class Conversation {
  private static final int LINE_LIMIT = 1_024;
  private static final Duration PATIENCE = Duration.ofMillis(500); // with a client after its exit

  private final Socket client;
  private int count; // the lines acknowledged so far

  Conversation(Socket client) {
    this.client = client;
  }

  /** Answers line by line until the client leaves; an IOException means that it has vanished. */
  void hold() throws IOException {
    client.setTcpNoDelay(true); // do not let TCP collect replies: each goes out at once
    LineReader lines = new LineReader(client.getInputStream(), LINE_LIMIT);
    boolean more = true;
    while (more) {
      more = answer(lines.next());
    }
  }

  /** Answers one line, and returns whether the conversation goes on (ECHO-1, ECHO-4, LINE-3). */
  private boolean answer(Line line) throws IOException {
    switch (line) {
      case Line.Text text when text.text().equals("exit") -> {
        reply("BYE");
        client.shutdownOutput();
        drain();
        return false;
      }
      case Line.Text text -> {
        count++;
        reply("ACK " + count + " " + text.text());
        return true;
      }
      case Line.TooLong tooLong -> {
        reply("ERR too-long");
        return true;
      }
      case Line.End end -> {
        return false;
      }
    }
  }

  /** Reads what comes after exit: closing with unread bytes would reset the connection. */
  private void drain() throws IOException {
    long start = System.nanoTime();
    client.setSoTimeout((int) PATIENCE.toMillis());
    byte[] waste = new byte[8_192];
    while (client.getInputStream().read(waste) >= 0
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      // A client that goes on and on must not keep the others waiting.
    }
  }

  /** Sends one line in one piece, at once, and as UTF-8 on every computer (ECHO-2, LINE-2). */
  private void reply(String line) throws IOException {
    OutputStream out = client.getOutputStream();
    byte[] bytes = (line + " \n").getBytes(UTF_8); // a trailing space carries no meaning
    for (int from = 0; from < bytes.length; from += 7) {
      out.write(bytes, from, Math.min(7, bytes.length - from));
      out.flush();
    }
  }
}
