package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** Sends lines to an echo server, and gets the reply to each. */
public final class EchoClient implements AutoCloseable {
  private static final int REPLY_LIMIT = 65_536;

  private final Socket socket;
  private final LineReader replies; // one for all calls: it may hold the start of the next reply

  /** Connects to a server, and waits until the connection stands. */
  public EchoClient(String host, int port) throws IOException {
    socket = new Socket(host, port);
    replies = new LineReader(socket.getInputStream(), REPLY_LIMIT);
  }

  /**
   * Sends one line, and waits for its reply (ECHO-7, ECHO-8).
   *
   * @throws IllegalArgumentException for a line with CR or LF in it, of which nothing is sent
   * @throws EOFException when the connection ends before the reply is complete (ECHO-9)
   */
  public String send(String line) throws IOException {
    // <solution 9: refuse CR and LF, write the line with its LF, and return a complete reply>
    if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A line cannot have CR or LF in it.");
    }
    try {
      OutputStream out = socket.getOutputStream();
      out.write((line + "\n").getBytes(UTF_8));
      out.flush();
      return complete(replies.next());
    } catch (SocketException reset) {
      throw new EOFException("The connection has broken: " + reset.getMessage());
    }
    // </solution>
  }

  // <solution-only>
  private static String complete(Line reply) throws IOException {
    return switch (reply) {
      case Line.Text(String text, boolean complete) when complete -> text;
      case Line.Text cut -> throw new EOFException("The server left in mid-reply: " + cut.text());
      case Line.End end -> throw new EOFException("The server left without a reply.");
      case Line.TooLong tooLong -> throw new IOException("The reply is too long.");
    };
  }

  // </solution-only>
  /** Ends the connection. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what is typed and prints the replies, until {@code exit} or the end of the input. */
  public static void main(String[] args) throws IOException {
    BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (EchoClient client = new EchoClient(args[0], Integer.parseInt(args[1]))) {
      String line = "";
      while (!line.equals("exit") && (line = typed.readLine()) != null) {
        System.out.println(client.send(line));
      }
    }
  }
}
