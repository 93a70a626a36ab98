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
    throw new UnsupportedOperationException(
        "TODO 9: refuse CR and LF, write the line with its LF, and return a complete reply");
  }

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
