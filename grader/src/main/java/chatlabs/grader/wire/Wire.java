package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * All connections of one check. The check runs on one thread; each connection has a reader, a
 * virtual thread named {@code wire-…}, of its own. {@link #close} ends them all.
 */
public final class Wire implements AutoCloseable {
  private final Transcript transcript;
  private final Patience patience;
  private final Bell bell;
  private final ConcurrentLinkedDeque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

  /** Connections that write to this transcript, and wait with this patience at this bell. */
  public Wire(Transcript transcript, Patience patience, Bell bell) {
    this.transcript = transcript;
    this.patience = patience;
    this.bell = bell;
  }

  /**
   * Connects to the program on the loopback interface. Blocks until the connection stands.
   *
   * @param name how the diagram calls this end
   * @param program how it calls the other end
   * @throws Mismatch when nobody listens there
   */
  public Peer connect(String name, String program, int port) {
    return connect(name, program, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** Connects to the program at any address; otherwise as the other {@code connect}. */
  public Peer connect(String name, String program, InetSocketAddress address) {
    try {
      var socket = dial(address);
      transcript.mark(name, program, Signal.CONNECT);
      return peer(name, program, socket);
    } catch (ConnectException refused) {
      transcript.mark(program, name, Signal.REFUSED);
      throw mismatch(Outcome.REFUSED, name, connection(address), "connection refused");
    } catch (SocketTimeoutException unanswered) { // its backlog is full, and stays so
      throw mismatch(Outcome.SILENCE, name, connection(address), "silence: nobody accepts");
    } catch (BindException | NoRouteToHostException trouble) {
      throw new UncheckedIOException("cannot connect to " + address, trouble);
    } catch (SocketException torn) { // accepted, and reset before this end could know
      transcript.mark(program, name, Signal.RESET);
      throw mismatch(Outcome.RESET, name, connection(address), Outcome.RESET.words());
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot connect to " + address, trouble);
    }
  }

  /** A server of the check's own on a free loopback port, for the program to connect to. */
  public Listener listen(String name, String program) {
    var listener = new Listener(name, program, this);
    open.add(listener);
    return listener;
  }

  /**
   * A UDP socket of the check's own on a free loopback port.
   *
   * @param name how the diagram calls this end
   * @param program how it calls the other end
   * @param reader tells what datagrams are
   */
  public DatagramPeer datagrams(String name, String program, FrameReader reader) {
    var peer = new DatagramPeer(name, program, reader, transcript, patience, bell);
    open.add(peer);
    return peer;
  }

  /**
   * A relay on a free loopback port before the program at this address; what passes stands in the
   * transcript.
   */
  public Relay relay(InetSocketAddress target) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return closing(new Relay(here, target, new RelayNotes(transcript)));
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot listen on the loopback", trouble);
    }
  }

  /** Has something closed with the connections. */
  public <T extends AutoCloseable> T closing(T other) {
    open.add(other);
    return other;
  }

  Peer peer(String name, String program, Socket socket) {
    var peer = new Peer(name, program, socket, transcript, patience, bell);
    open.add(peer);
    return peer;
  }

  Transcript transcript() {
    return transcript;
  }

  Bell bell() {
    return bell;
  }

  /** A mismatch that stands in the transcript too. */
  Mismatch mismatch(Outcome outcome, String who, String expected, String actual) {
    transcript.diverges(who, expected, actual);
    return new Mismatch(outcome, who, expected, actual);
  }

  Patience patience() {
    return patience;
  }

  /** Closes every connection and listener. Does not wait for the program. */
  @Override
  public void close() {
    for (var each : open) {
      try {
        each.close();
      } catch (Exception leftBehind) {
        transcript.remark("grader", "closing failed: " + leftBehind.getMessage());
      }
    }
  }

  private static String connection(InetSocketAddress address) {
    return "a connection to port " + address.getPort();
  }

  private Socket dial(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    try {
      int millis = (int) Math.min(60_000, patience.base().toMillis() * 4);
      socket.connect(address, millis);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException trouble) {
      socket.close();
      throw trouble;
    }
  }
}
