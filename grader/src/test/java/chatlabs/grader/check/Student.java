package chatlabs.grader.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** What a student might hand in: a server that greets, and methods with every kind of fault. */
public class Student implements AutoCloseable {
  private volatile byte[] kept;
  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

  public Student() throws IOException {
    this("hello");
  }

  public Student(String greeting) throws IOException {
    var thread = new Thread(() -> greet(greeting), "student-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void greet(String greeting) {
    try {
      while (true) {
        try (var client = listener.accept()) {
          if (greeting.startsWith("TODO")) {
            throw new UnsupportedOperationException(greeting);
          }
          client.getOutputStream().write((greeting + "\n").getBytes());
        }
      }
    } catch (IOException closed) {
      // the end
    }
  }

  public static String named(String name) {
    return "Student " + name;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String count() {
    return "many";
  }

  public void todo() {
    throw new UnsupportedOperationException("TODO 2: count the lines");
  }

  public void fails() {
    System.out.println("about to fail");
    throw new IllegalStateException("on purpose");
  }

  /** Repeats what is typed, until the end. */
  public void repeats(Reader in, Writer out) throws IOException {
    var typed = new BufferedReader(in);
    for (String line = typed.readLine(); line != null; line = typed.readLine()) {
      out.write("you typed " + line + "\n");
      out.flush();
    }
  }

  /** Keeps so many bytes, and no others. */
  public void keeps(int bytes) {
    kept = new byte[bytes];
  }

  public void hangs() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private final CountDownLatch it = new CountDownLatch(1);

  public String waitsForIt() throws InterruptedException {
    it.await();
    return "done";
  }

  public void letsGo() {
    it.countDown();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
