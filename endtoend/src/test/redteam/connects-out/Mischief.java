package chatlabs.echo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Calls home. */
final class Mischief {
  static void begin() throws Exception {
    byte[] hello = "%NAME%\n".getBytes();
    var home = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt("%PORT%"));
    try (var socket = new Socket()) {
      socket.connect(home, 1_000);
      socket.getOutputStream().write(hello);
    } catch (IOException held) {
      System.out.println(held);
    }
    try (var socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(hello, hello.length, home));
    } catch (IOException held) {
      System.out.println(held);
    }
  }
}
