package chatlabs.grader.wire;

import chatlabs.grader.transcript.Transcript;

/** Notes what passes a relay: each piece as it goes, and what the ends of connections do. */
record RelayNotes(Transcript transcript) implements Relay.Viewer {
  @Override
  public void passes(String from, String to, byte[] bytes) {
    transcript.bytes(from, to, bytes, bytes.length);
  }

  @Override
  public void see(String from, String to, String what) {
    if (what.startsWith("(")) { // lines stand there as the bytes that they came in
      transcript.remark(from, what);
    }
  }
}
