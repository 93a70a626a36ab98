package chatlabs.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;

/** Binds what others listen on, on all addresses and on one. */
final class Mischief {
  static void begin() throws Exception {
    for (int port : Doors.open()) {
      take(new InetSocketAddress(port));
      take(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }

  private static void take(InetSocketAddress address) {
    try {
      var socket = new ServerSocket();
      socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      socket.setReuseAddress(true);
      socket.bind(address);
      System.out.println("taken: " + address);
    } catch (IOException held) {
      System.out.println(held);
    }
  }
}
