package chatlabs.echo;

import java.net.InetAddress;
import java.net.ServerSocket;

/** Needs a port of its own choice beside its server's. */
final class Mischief {
  static void begin() throws Exception {
    new ServerSocket(Integer.parseInt("%PORT%"), 1, InetAddress.getLoopbackAddress()).close();
  }
}
