// Unusual: one thread reads the lines of a client, another one writes the replies.
package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The conversation with one client, from its first line to its end. */
final class Conversation {
  private static final int LINE_LIMIT = 1_024;
  private static final Duration PATIENCE = Duration.ofMillis(500); // with a client after its exit

  private final Socket client;
  private static final String END = "\n";
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
  private boolean left;
  private int count; // the lines acknowledged so far

  Conversation(Socket client) {
    this.client = client;
  }

  /** Answers line by line until the client leaves; an IOException means that it has vanished. */
  void hold() throws IOException {
    client.setTcpNoDelay(true); // do not let TCP collect replies: each goes out at once
    LineReader lines = new LineReader(client.getInputStream(), LINE_LIMIT);
    Thread writer = new Thread(this::writeReplies, "echo-writer");
    writer.start();
    try {
      boolean more = true;
      while (more) {
        more = answer(lines.next());
      }
    } finally {
      replies.add(END);
      finish(writer);
    }
    if (left) {
      client.shutdownOutput();
      drain();
    }
  }

  /** Answers one line, and returns whether the conversation goes on (ECHO-1, ECHO-4, LINE-3). */
  private boolean answer(Line line) throws IOException {
    switch (line) {
      case Line.Text text when text.text().equals("exit") -> {
        reply("BYE");
        left = true;
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
  private void reply(String line) {
    replies.add(line);
  }

  private void writeReplies() {
    try {
      OutputStream out = client.getOutputStream();
      for (String line = replies.take(); !line.equals(END); line = replies.take()) {
        out.write((line + "\n").getBytes(UTF_8));
      }
    } catch (IOException | InterruptedException e) {
      // The client has vanished; the reader sees it too.
    }
  }

  private static void finish(Thread writer) throws IOException {
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
