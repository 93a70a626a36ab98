package chatlabs.grader.wire;

import chatlabs.grader.transcript.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Passes one direction of a connection on, as its flow says at each moment. For one thread. */
final class Passing {
  /** A longer line, in bytes, is shown in pieces. */
  private static final int LONGEST = 2_000;

  private final String from;
  private final String to;
  private final Relay.Viewer viewer;
  private final Supplier<Flow> flow;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long passed;
  private boolean ended;

  /** How it came to an end. */
  enum End {
    /** As the stream that it came from. */
    OF_STREAM,
    /** Because the connection is to be reset. */
    RESET
  }

  Passing(String from, String to, Relay.Viewer viewer, Supplier<Flow> flow) {
    this.from = from;
    this.to = to;
    this.viewer = viewer;
    this.flow = flow;
  }

  String from() {
    return from;
  }

  /** The connection broke. */
  void broke() {
    viewer.see(from, to, "(connection broken)");
  }

  /** Passes on until the source ends. Blocks. */
  End run(Socket source, Socket sink) throws IOException {
    byte[] buffer = new byte[8192];
    var in = source.getInputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (ended) {
        continue; // thrown away, so that the sender is not held up
      }
      gathered.write(buffer, 0, n);
      if (gathered.size() >= flow.get().gather() && !passOn(sink)) {
        return End.RESET;
      }
    }
    if (!ended) {
      if (!passOn(sink)) {
        return End.RESET;
      }
      end(sink, "(end of stream)");
    }
    return End.OF_STREAM;
  }

  /** Sends what has gathered; false when the connection is to be reset then. */
  private boolean passOn(Socket sink) throws IOException {
    var now = flow.get();
    byte[] bytes = gathered.toByteArray();
    gathered.reset();
    pause(now);
    int length = (int) Math.min(bytes.length, Math.max(0, now.limit() - passed));
    show(bytes, length);
    write(sink.getOutputStream(), bytes, now.ends(length));
    passed += length;
    if (passed >= now.resetAfter()) {
      viewer.see(from, to, "(reset after " + passed + " bytes)");
      return false;
    }
    if (passed >= now.endAfter()) {
      end(sink, "(end of stream after " + passed + " bytes)");
    }
    return true;
  }

  private void write(OutputStream out, byte[] bytes, Iterable<Integer> ends) throws IOException {
    int start = 0;
    for (int end : ends) {
      viewer.passes(from, to, Arrays.copyOfRange(bytes, start, end));
      out.write(bytes, start, end - start);
      out.flush();
      start = end;
    }
  }

  private static void pause(Flow now) {
    long end = System.nanoTime() + now.delay().toNanos();
    for (long left = now.delay().toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private void end(Socket sink, String how) throws IOException {
    ended = true;
    showLine();
    viewer.see(from, to, how);
    sink.shutdownOutput();
  }

  private void show(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      line.write(bytes[i]);
      if (bytes[i] == '\n' || line.size() == LONGEST) {
        showLine();
      }
    }
  }

  private void showLine() {
    if (line.size() > 0) {
      viewer.see(from, to, Visible.bytes(line.toByteArray()));
      line.reset();
    }
  }
}
