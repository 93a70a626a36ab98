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
    // <solution 10: answer the first NAME? and start a thread that types; show all other lines>
    LineReader lines = new LineReader(socket.getInputStream(), LINE_LIMIT);
    boolean asked = false;
    while (nextOf(lines) instanceof Line.Text line) {
      if (!line.text().equals("NAME?")) {
        out.write(line.text() + "\n");
        out.flush();
      } else if (!asked) {
        asked = true;
        send(name);
        Thread.ofPlatform().daemon().name("chat-typing").start(() -> type(in));
      } // else the name was refused, and the next line that is typed is the new one
    }
    // </solution>
  }

  // <solution-only>
  private static Line nextOf(LineReader lines) throws IOException {
    try {
      return lines.next();
    } catch (SocketException broken) {
      return new Line.End(); // a reset, or close(): the chat is over either way
    }
  }

  /** Sends each line that is typed, until /quit; blocks, and so has a thread of its own. */
  private void type(Reader in) {
    try {
      BufferedReader typed = new BufferedReader(in);
      String line = "";
      while (!line.equals("/quit")) {
        line = typed.readLine();
        line = line == null ? "/quit" : line;
        send(line);
      }
      socket.shutdownOutput(); // ends the session also where /quit was taken for a name
    } catch (IOException gone) {
      // The server has ended the connection: run() sees that, and returns.
    }
  }

  // </solution-only>
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
