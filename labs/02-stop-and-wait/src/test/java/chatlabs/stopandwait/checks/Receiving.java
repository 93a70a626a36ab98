package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Later;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.DatagramPeer;
import java.net.InetSocketAddress;

/** The student's Receiver, and sending ends that do what the check wants. */
public final class Receiving {
  private final Trial trial;
  private final ReceiverRole receiver;
  private final InetSocketAddress address;
  private final DatagramPeer you;

  Receiving(Trial trial) {
    this(trial, trial.make(ReceiverRole.class, 0));
  }

  private Receiving(Trial trial, ReceiverRole receiver) {
    trial.frames(Wire.NAMES);
    this.trial = trial;
    this.receiver = receiver;
    this.address = trial.address(receiver.port());
    this.you = trial.datagrams("you", "receiver");
  }

  /** A receiver on a port that the check has chosen. */
  static Receiving onAnyPort(Trial trial) {
    return new Receiving(trial, Port.receiverOnAny(trial));
  }

  /** Its port. */
  public int port() {
    return address.getPort();
  }

  /** Sends a datagram. */
  public Receiving gets(byte[] datagram) {
    you.sends(address, datagram);
    return this;
  }

  /** Sends a datagram, and receives its acknowledgement as the next thing. */
  public Receiving acknowledges(byte[] datagram) {
    gets(datagram);
    you.receives(Wire.ack(datagram[1]));
    return this;
  }

  /** A data frame that is acknowledged. */
  public Receiving takes(int number, String payload) {
    return acknowledges(Wire.data(number, payload));
  }

  /** The end, which is acknowledged. */
  public Receiving takesEnd(int number) {
    return acknowledges(Wire.fin(number));
  }

  /** Nothing has come from the receiver that was not seen. */
  public Receiving saysNothing(String after) {
    you.receivesNothing(after);
    return this;
  }

  /** A datagram of somebody else's. */
  public DatagramPeer stranger(byte[] datagram) {
    return trial.datagrams("stranger", "receiver").sends(address, datagram);
  }

  /** Calls {@code receive}, which has to return this. */
  public Receiving delivers(String payload) {
    byte[] actual = receiver.receive();
    trial.equal("receive() to return", payload, actual == null ? null : new String(actual, UTF_8));
    return this;
  }

  /** Calls {@code receive}, which has to return null. */
  public Receiving deliversEnd() {
    byte[] actual = receiver.receive();
    trial.equal("receive() to return", null, actual == null ? null : new String(actual, UTF_8));
    return this;
  }

  /** Calls {@code receive} while nothing is there. */
  public Later<byte[]> waits() {
    return trial.later("receive()", receiver::receive);
  }

  /** Calls {@code close}, and waits until it is back. */
  public void close() {
    trial.remark("calls close()");
    receiver.close();
    trial.remark("close() has returned");
  }
}

