package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** Every text that it controls is markup. */
final class Conversation {
  private static final String MARKUP =
      "</pre></script><script>alert('graded')</script><img src=x onerror=alert(1)>]]>&#x3C;"
          + "\u202e\u001b[2J\u0000 passed 100/100";

  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    client.getInputStream().read();
    System.out.println(MARKUP);
    client.getOutputStream().write((MARKUP + "\n").getBytes(UTF_8));
    Thread.currentThread().setName(MARKUP);
    var thread = new Thread(() -> { throw new IllegalStateException(MARKUP); }, MARKUP);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw new IOException(MARKUP, stopped);
    }
    throw new IllegalStateException(MARKUP);
  }
}
