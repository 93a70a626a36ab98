package chatlabs.echo;

import java.nio.ByteBuffer;
import java.util.ArrayList;

/** Memory outside of the heap without end. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    var all = new ArrayList<ByteBuffer>();
    while (true) {
      all.add(ByteBuffer.allocateDirect(1 << 20));
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
