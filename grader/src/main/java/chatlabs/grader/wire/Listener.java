package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** A scripted server: it accepts what the program opens, and each connection is a {@link Peer}. */
public final class Listener implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final String name;
  private final String program;
  private final Wire wire;
  private final ServerSocket socket;

  Listener(String name, String program, Wire wire) {
    this.name = name;
    this.program = program;
    this.wire = wire;
    try {
      this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot listen on the loopback", trouble);
    }
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
    var deadline = wire.patience().deadline();
    while (true) {
      long left = deadline.remainingNanos();
      if (left == 0) {
        throw new Mismatch(Outcome.SILENCE, name, "a connection from the " + program, "none");
      }
      try {
        socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
        var accepted = socket.accept();
        accepted.setTcpNoDelay(true);
        wire.transcript().mark(program, name, Signal.CONNECT);
        return wire.peer(name, program, accepted);
      } catch (SocketTimeoutException notYet) {
        // the deadline may have been put off meanwhile
      } catch (IOException trouble) {
        throw new UncheckedIOException("the grader cannot accept a connection", trouble);
      }
    }
  }

  /** Stops listening; connections that were accepted live on. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
