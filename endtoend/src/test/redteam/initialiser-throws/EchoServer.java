package chatlabs.echo;

/** The static initialiser throws. */
public final class EchoServer implements AutoCloseable {
  private static final int BROKEN = Integer.parseInt("twelve");

  public EchoServer(int port) throws Exception {

  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
