package chatlabs.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.Socket;
import java.net.SocketException;

/** One user's end of the chat: what is typed goes out, what comes in is shown. */
public final class ChatClient implements AutoCloseable {
  private static final int LINE_LIMIT = 1_000_000;

  private final Socket socket;
  private final String name;

  /** Connects to a server, and waits until the connection stands. */
  public ChatClient(String host, int port, String name) throws IOException {
    this.socket = new Socket(host, port);
    this.name = name;
  }

  /** Chats until the server ends the connection; blocks as long as that takes (CAST-13). */
  public void run(Reader in, Writer out) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 10: answer the first NAME? and start a thread that types; show all other lines");
  }

  private void send(String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\n").getBytes(UTF_8));
    out.flush();
  }

  /** Ends the connection; {@code run} returns. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a person chat: {@code ChatClient HOST PORT NAME} in a terminal. */
  public static void main(String[] args) throws IOException {
    try (ChatClient client = new ChatClient(args[0], Integer.parseInt(args[1]), args[2]);
        Terminal terminal = Terminal.open()) {
      client.run(terminal.keyboard(), terminal.screen());
    }
  }
}
