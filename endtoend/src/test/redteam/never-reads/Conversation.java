package chatlabs.echo;

import java.io.IOException;
import java.net.Socket;

/** Accepts, and never reads. */
final class Conversation {
  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
