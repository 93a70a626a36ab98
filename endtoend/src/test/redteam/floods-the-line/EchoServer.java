package chatlabs.echo;

/** An answer that is too long for anybody. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    byte[] much = new byte[1 << 20];
    for (int i = 0; i < 1_024; i++) {
      Sockets.say(much);
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
