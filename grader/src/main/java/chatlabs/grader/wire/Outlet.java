package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Writes to one connection; a program that does not read cannot hold the check up for ever. */
final class Outlet {
  private final String name;
  private final String program;
  private final Socket socket;
  private final Transcript transcript;
  private final Bell bell;
  private final Inbox inbox;
  private boolean finished;

  Outlet(
      String name, String program, Socket socket, Transcript transcript, Bell bell, Inbox inbox) {
    this.name = name;
    this.program = program;
    this.socket = socket;
    this.transcript = transcript;
    this.bell = bell;
    this.inbox = inbox;
  }

  /**
   * Sends these bytes. That the program has gone meanwhile is no error here: what it should have
   * said before is asked for when it is due.
   */
  void send(byte[] bytes, Deadline deadline) {
    transcript.bytes(name, program, bytes, bytes.length);
    var written = new CompletableFuture<Void>();
    Thread.ofVirtual().name("wire-" + name + "-writer").start(() -> write(bytes, written));
    if (!bell.await(written::isDone, deadline)) {
      String expected = "the program to read " + bytes.length + " bytes";
      transcript.diverges(name, expected, "it stopped reading");
      throw new Mismatch(Outcome.NOT_READING, name, expected, "it stopped reading");
    }
  }

  /** Sends these few bytes from the calling thread: sooner, and only where nothing waits yet. */
  void sendNow(byte[] bytes) {
    transcript.bytes(name, program, bytes, bytes.length);
    write(bytes, new CompletableFuture<>());
  }

  void finish() {
    finished = true;
    transcript.mark(name, program, Signal.END_OF_STREAM);
    try {
      socket.shutdownOutput();
    } catch (IOException gone) {
      transcript.remark(name, "the connection was gone already");
    }
  }

  void reset() {
    finished = true;
    transcript.mark(name, program, Signal.RESET);
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      transcript.remark(name, "the connection was gone already");
    }
  }

  void close() {
    if (socket.isClosed()) {
      return;
    }
    if (!finished) {
      transcript.mark(name, program, Signal.END_OF_STREAM);
    }
    try {
      socket.close();
    } catch (IOException gone) {
      transcript.remark(name, "the connection was gone already");
    }
  }

  private void write(byte[] bytes, CompletableFuture<Void> written) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException gone) {
      transcript.remark(name, "could not send: " + gone.getMessage());
      if (isReset(gone)) {
        bell.ring(inbox::tear);
      }
    } finally {
      bell.ring(() -> written.complete(null));
    }
  }

  /**
   * ECONNRESET, for which Java has no type of its own. After the end of a stream a reset is another
   * error (EPIPE): then the program had closed in order before, and this end was late.
   */
  private static boolean isReset(IOException gone) {
    return String.valueOf(gone.getMessage()).startsWith("Connection reset");
  }
}
