package chatlabs.echo;

/** The static initialiser never ends. */
public final class EchoServer implements AutoCloseable {
  static {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public EchoServer(int port) throws Exception {

  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
