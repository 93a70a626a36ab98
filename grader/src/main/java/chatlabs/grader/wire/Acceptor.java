package chatlabs.grader.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes what connects to a listening socket, on a virtual thread of its own, until it is closed. */
final class Acceptor implements AutoCloseable {
  private final ServerSocket socket;
  private final Taker taker;
  private final Thread thread;

  /** Whose the accepted connections are. */
  @FunctionalInterface
  interface Taker {
    /** Called on the acceptor's thread; an exception ends it. */
    void take(Socket accepted) throws IOException;
  }

  private Acceptor(ServerSocket socket, String threadName, Taker taker) {
    this.socket = socket;
    this.taker = taker;
    this.thread = Thread.ofVirtual().name(threadName).unstarted(this::acceptAll);
  }

  /** Begins to accept at this socket, which is closed with the acceptor. */
  static Acceptor start(ServerSocket socket, String threadName, Taker taker) {
    var acceptor = new Acceptor(socket, threadName, taker);
    acceptor.thread.start();
    return acceptor;
  }

  /**
   * Stops accepting; connections that were accepted live on. When it returns the port refuses: the
   * socket is given back by the thread that waits on it, so that thread is waited for.
   */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        taker.take(socket.accept());
      }
    } catch (IOException closed) {
      return;
    }
  }
}
