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
        // <solution 7: reply BYE, shut the output down, read (with patience) what still comes>
        reply("BYE");
        client.shutdownOutput();
        drain();
        return false;
        // </solution>
      }
      case Line.Text text -> {
        // <solution 5: count the line, and reply with ACK, its number and its text>
        count++;
        reply("ACK " + count + " " + text.text());
        return true;
        // </solution>
      }
      case Line.TooLong tooLong -> {
        // <solution 6: reply with ERR too-long; such a line does not count>
        reply("ERR too-long");
        return true;
        // </solution>
      }
      case Line.End end -> {
        return false;
      }
    }
  }

  // <solution-only>
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

  // </solution-only>
  /** Sends one line in one piece, at once, and as UTF-8 on every computer (ECHO-2, LINE-2). */
  private void reply(String line) throws IOException {
    // <solution 4: write the bytes of the line and its LF, and flush>
    OutputStream out = client.getOutputStream();
    out.write((line + "\n").getBytes(UTF_8));
    out.flush();
    // </solution>
  }
}
