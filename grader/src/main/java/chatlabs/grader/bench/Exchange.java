package chatlabs.grader.bench;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Says again, with bare sockets, what one check said: the same bytes out, as many bytes in. Where
 * the check played the server, both ends are played here.
 */
final class Exchange implements AutoCloseable {
  private static final Pattern QUIET = Pattern.compile("waits (\\d+) ms: ");
  private static final int TIMEOUT_MILLIS = 1_000;

  private final int port;
  private final Map<String, Socket> ends = new HashMap<>();

  private Exchange(int port) {
    this.port = port;
  }

  /** Replays the events against the server at this port. Blocks. */
  static void replay(List<Event> events, int port) throws IOException {
    try (var exchange = new Exchange(port)) {
      for (var event : events) {
        exchange.play(event);
      }
    }
  }

  private void play(Event event) throws IOException {
    switch (event) {
      case Event.Bytes bytes -> pass(bytes);
      case Event.Datagram datagram -> {} // their bytes are not kept
      case Event.Mark mark -> act(mark);
      case Event.Remark remark -> keepQuiet(remark.text());
      case Event.Divergence divergence -> {}
    }
  }

  private void pass(Event.Bytes bytes) throws IOException {
    var from = ends.get(bytes.from());
    var to = ends.get(bytes.to());
    if (from != null) {
      from.getOutputStream().write(bytes.bytes());
    }
    if (to != null) {
      int length = bytes.bytes().length;
      if (to.getInputStream().readNBytes(length).length < length) {
        throw new SocketException("the connection ended too early");
      }
    }
  }

  /** A declared quiet period is part of what the check says. */
  private static void keepQuiet(String remark) {
    var quiet = QUIET.matcher(remark);
    if (quiet.lookingAt()) {
      LockSupport.parkNanos(Long.parseLong(quiet.group(1)) * 1_000_000);
    }
  }

  private void act(Event.Mark mark) throws IOException {
    var from = ends.get(mark.from());
    if (mark.signal() == Signal.CONNECT) {
      connect(mark.from(), mark.to());
    } else if (from != null && mark.signal() == Signal.END_OF_STREAM && !from.isOutputShutdown()) {
      from.shutdownOutput();
    } else if (from != null && mark.signal() == Signal.RESET) {
      from.setSoLinger(true, 0);
      from.close();
      ends.remove(mark.from());
    }
  }

  /** The program is called "server" or "client", as the check played the other. */
  private void connect(String from, String to) throws IOException {
    if (!from.equals("client")) {
      put(from, new Socket(InetAddress.getLoopbackAddress(), port));
      return;
    }
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      put(from, new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
      put(to, listener.accept());
    }
  }

  private void put(String name, Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    var old = ends.put(name, socket);
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() throws IOException {
    for (var socket : ends.values()) {
      socket.close();
    }
  }
}
