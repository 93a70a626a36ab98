package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A scripted server: it accepts what the program opens, and each connection is a {@link Peer}. */
public final class Listener implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final String name;
  private final String program;
  private final Wire wire;
  private final ServerSocket socket;
  private final ConcurrentLinkedQueue<Socket> waiting = new ConcurrentLinkedQueue<>();
  private final Acceptor acceptor;

  Listener(String name, String program, Wire wire) {
    this.name = name;
    this.program = program;
    this.wire = wire;
    try {
      this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot listen on the loopback", trouble);
    }
    this.acceptor = Acceptor.start(socket, "wire-" + name + "-accept", this::take);
  }

  /** The port that the program is to connect to. */
  public int port() {
    return socket.getLocalPort();
  }

  /**
   * Waits until the program connects.
   *
   * @throws Mismatch when it does not in time
   */
  public Peer accept() {
    String expected = "a connection from the " + program;
    if (!wire.bell().await(() -> !waiting.isEmpty(), wire.patience().deadline())) {
      throw wire.mismatch(Outcome.SILENCE, name, expected, "silence: nobody connects");
    }
    wire.transcript().mark(program, name, Signal.CONNECT);
    return wire.peer(name, program, waiting.remove());
  }

  /** Stops listening, at once; connections that were accepted live on. */
  @Override
  public void close() throws IOException {
    acceptor.close();
    for (var unasked : waiting) {
      unasked.close();
    }
  }

  /** Takes what the program opens, so that a wait for it can end as every wait does. */
  private void take(Socket accepted) throws IOException {
    accepted.setTcpNoDelay(true);
    wire.bell().ring(() -> waiting.add(accepted));
  }
}
