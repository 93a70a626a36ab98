package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens outside, at one port for TCP and UDP, and remembers who was heard. */
final class Ear implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final DatagramSocket datagrams =
      new DatagramSocket(socket.getLocalPort(), InetAddress.getLoopbackAddress());
  private final Set<String> heard = ConcurrentHashMap.newKeySet();

  Ear() throws IOException {
    Thread.ofPlatform().daemon().name("ear").start(this::listen);
    Thread.ofPlatform().daemon().name("ear-datagrams").start(this::receive);
  }

  int port() {
    return socket.getLocalPort();
  }

  boolean hasHeard(String name) {
    return heard.contains(name);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (var caller = socket.accept()) {
        caller.setSoTimeout(1_000);
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        heard.add(String.valueOf(in.readLine()));
      } catch (IOException gone) {
        heard.add("somebody who left: " + gone);
      }
    }
  }

  private void receive() {
    var packet = new DatagramPacket(new byte[200], 200);
    while (!datagrams.isClosed()) {
      try {
        datagrams.receive(packet);
        heard.add(new String(packet.getData(), 0, packet.getLength(), UTF_8).strip());
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    datagrams.close();
  }
}
