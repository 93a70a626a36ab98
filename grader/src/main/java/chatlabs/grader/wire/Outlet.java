package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes to one connection; a program that does not read cannot hold the check up for ever. */
final class Outlet {
  private final String name;
  private final String program;
  private final Socket socket;
  private final Transcript transcript;
  private boolean finished;

  Outlet(String name, String program, Socket socket, Transcript transcript) {
    this.name = name;
    this.program = program;
    this.socket = socket;
    this.transcript = transcript;
  }

  /**
   * Sends these bytes. That the program has gone meanwhile is no error here: what it should have
   * said before is asked for when it is due.
   */
  void send(byte[] bytes, Deadline deadline) {
    transcript.bytes(name, program, bytes, bytes.length);
    var written = new CompletableFuture<Void>();
    Thread.ofVirtual().name("wire-" + name + "-writer").start(() -> write(bytes, written));
    await(written, bytes.length, deadline);
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
    } finally {
      written.complete(null);
    }
  }

  private void await(CompletableFuture<Void> written, int length, Deadline deadline) {
    while (true) {
      long left = deadline.remainingNanos();
      if (left == 0) {
        String expected = "the program to read " + length + " bytes";
        transcript.diverges(name, expected, "it stopped reading");
        throw new Mismatch(Outcome.NOT_READING, name, expected, "it stopped reading");
      }
      try {
        written.get(left, TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException notYet) {
        // the deadline may have been put off meanwhile
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the check was interrupted", stopped);
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
