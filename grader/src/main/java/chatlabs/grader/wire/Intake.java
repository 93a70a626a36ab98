package chatlabs.grader.wire;

import chatlabs.grader.transcript.Signal;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Reads one connection into its inbox, on a virtual thread of its own, until it ends. */
final class Intake {
  private final String name;
  private final String program;
  private final Socket socket;
  private final Transcript transcript;
  private final Bell bell;
  private final Inbox inbox;

  Intake(
      String name, String program, Socket socket, Transcript transcript, Bell bell, Inbox inbox) {
    this.name = name;
    this.program = program;
    this.socket = socket;
    this.transcript = transcript;
    this.bell = bell;
    this.inbox = inbox;
  }

  void start() {
    Thread.ofVirtual().name("wire-" + name).start(this::read);
  }

  private void read() {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = socket.getInputStream();
      while (true) {
        holdBack();
        int length = in.read(buffer);
        if (length < 0) {
          end(Signal.END_OF_STREAM, Outcome.END_OF_STREAM);
          return;
        }
        transcript.bytes(program, name, buffer, length);
        bell.ring(() -> inbox.add(buffer, length));
      }
    } catch (IOException torn) {
      if (!socket.isClosed()) {
        end(Signal.RESET, Outcome.RESET);
      }
    }
  }

  /** A program that floods is held back by TCP, not kept in the grader's memory. */
  private void holdBack() {
    bell.untilTaken(() -> !inbox.full() || socket.isClosed());
    bell.untilReleased(() -> !inbox.held() || socket.isClosed());
  }

  private void end(Signal signal, Outcome how) {
    transcript.mark(program, name, signal);
    bell.ring(() -> inbox.end(how));
  }
}
