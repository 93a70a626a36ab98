package chatlabs.echo;

/** Endless output, and nothing else. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    byte[] line = "I am still here\n".repeat(500).getBytes();
    while (true) {
      System.out.write(line);
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
