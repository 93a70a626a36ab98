package chatlabs.endtoend;

import java.io.IOException;

/** A JVM that waits to be attached to; it ends with its standard input. */
final class CanaryJvm {
  private CanaryJvm() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // whoever started it has not gone yet
    }
  }
}
