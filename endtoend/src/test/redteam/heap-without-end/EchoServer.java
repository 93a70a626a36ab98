package chatlabs.echo;

import java.util.ArrayList;

/** Memory without end. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    var all = new ArrayList<byte[]>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
