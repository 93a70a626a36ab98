package chatlabs.grader.channel;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.wire.Bell;
import chatlabs.grader.wire.FrameReader;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.wire.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The channel of one check: it goes by a script, writes the transcript, and remembers what came, so
 * that transmissions can be counted. For the thread of the check.
 */
public final class CheckedChannel implements AutoCloseable {
  /** So many passages are kept one by one; beyond that they are only counted. */
  public static final int KEPT = 100_000;

  private static final int MOST_IDS = 100_000;

  private final String sender;
  private final String receiver;
  private final InetSocketAddress target;
  private final Transcript transcript;
  private final Patience patience;
  private final Bell bell;
  private final Script script = new Script();
  private final Channel channel;

  private final List<Passage> passages = new ArrayList<>();
  private final Map<Long, Duration> times = new HashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();

  /**
   * Opens a channel on a free loopback port, before the program at this address.
   *
   * @param sender how the diagram calls those who send to the channel
   * @param receiver how it calls the program behind it
   */
  public CheckedChannel(
      String sender,
      String receiver,
      InetSocketAddress target,
      FrameReader reader,
      Transcript transcript,
      Patience patience,
      Bell bell) {
    this.sender = sender;
    this.receiver = receiver;
    this.target = target;
    this.transcript = transcript;
    this.patience = patience;
    this.bell = bell;
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      this.channel = new Channel(here, target, reader, new Notes());
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot open a channel", trouble);
    }
    channel.fates(script);
  }

  /** Where the sender is to send: a loopback address. */
  public InetSocketAddress address() {
    return channel.address();
  }

  /** The rules; add to them at any time. Without any, all passes. */
  public Script script() {
    return script;
  }

  /** The channel itself: to delay, to cut, to release what is held. */
  public Channel channel() {
    return channel;
  }

  /** Loses the first datagram of this identity. */
  public CheckedChannel loses(String id) {
    return on(id, 1, Fate.LOST);
  }

  /** Lets the first datagram of this identity arrive twice. */
  public CheckedChannel doubles(String id) {
    return on(id, 1, Fate.DOUBLED);
  }

  /** Holds the first datagram of this identity until the next one of the other has passed. */
  public CheckedChannel holds(String id, String until) {
    return on(id, 1, Fate.heldUntil(until));
  }

  /** Flips one bit of the first datagram of this identity. */
  public CheckedChannel damages(String id, int bit) {
    return on(id, 1, Fate.damaged(bit));
  }

  /** This fate for the nth datagram of this identity. */
  public CheckedChannel on(String id, int nth, Fate fate) {
    script.on(id, nth, fate);
    return this;
  }

  /**
   * Waits until the nth datagram of this identity has come to the channel, whatever became of it.
   *
   * @throws Mismatch when it does not
   */
  public Passage awaits(String id, int nth) {
    String expected = nth == 1 ? id : id + ", the " + nth + ". time";
    if (!bell.await(() -> byId.getOrDefault(id, 0) >= nth, patience.deadline())) {
      throw mismatch(Outcome.SILENCE, expected, "silence");
    }
    return first(a -> a.frame().id().equals(id) && a.nth() == nth);
  }

  /** Waits until all that was sent before this call has met its fate. */
  public CheckedChannel settles() {
    var deadline = patience.deadline();
    if (!channel.settle(() -> deadline.remainingNanos() > 0)) {
      throw new IllegalStateException("the channel of the check did not come to rest");
    }
    return this;
  }

  /**
   * Waits until all that was sent before this call has met its fate, and what arrived at the program
   * behind the channel, and then at a sender, was read by it. On a crowded machine no while is so
   * long that this is certain. Where the system does not tell ({@link Unread}), and when somebody
   * does not read, goes on all the same.
   */
  public CheckedChannel isRead() {
    settles();
    Unread.await(target, bell, patience.deadline());
    settles();
    for (var client : channel.clients()) {
      Unread.await((InetSocketAddress) client, bell, patience.deadline());
    }
    return this;
  }

  /**
   * All datagrams that have come to the channel so far, in order: each transmission once, whatever
   * became of it. Complete for what was sent before {@link #settles}.
   */
  public List<Passage> passages() {
    return seen(() -> List.copyOf(passages));
  }

  /** Those of them that fit. */
  public List<Passage> passages(Predicate<Arrival> fits) {
    return passages().stream().filter(passage -> fits.test(passage.arrival())).toList();
  }

  /** How many datagrams of this kind have come this way so far. */
  public int count(Way way, String kind) {
    return passages(a -> a.way() == way && a.frame().kind().equals(kind)).size();
  }

  /** How many datagrams of this identity have come so far, in either direction. */
  public int count(String id) {
    return seen(() -> byId.getOrDefault(id, 0));
  }

  /** Something to throw: the program left the protocol; what it did is not one datagram. */
  public Mismatch mismatch(Outcome outcome, String expected, String actual) {
    transcript.diverges(sender, expected, actual);
    return new Mismatch(outcome, sender, expected, actual);
  }

  /**
   * Something to throw: this datagram is where the program left the protocol. The diagram shows it
   * there, whatever has happened since.
   */
  public Mismatch mismatch(Outcome outcome, Passage where, String expected, String actual) {
    String who = from(where.arrival().way());
    var at = seen(() -> times.get(where.number()));
    if (at == null) {
      transcript.diverges(who, expected, actual);
    } else {
      transcript.divergesAfter(at, who, expected, actual);
    }
    return new Mismatch(outcome, who, expected, actual);
  }

  /** Closes the channel: nothing passes any more. */
  @Override
  public void close() {
    channel.close();
  }

  private Passage first(Predicate<Arrival> fits) {
    return passages(fits).getFirst();
  }

  private String from(Way way) {
    return way == Way.FORTH ? sender : receiver;
  }

  private <T> T seen(java.util.function.Supplier<T> look) {
    return bell.look(look);
  }

  /** What the channel does, noted before it has an effect. */
  private final class Notes implements Viewer {
    @Override
    public void sees(Passage passage, Leg leg) {
      var way = passage.arrival().way();
      var fate = passage.fate();
      var at =
          transcript.datagram(
              from(way),
              from(way.other()),
              passage.arrival().frame().toString(),
              leg,
              fate.mishaps(),
              leg == Leg.SECOND ? "" : fate.words(),
              passage.number());
      if (leg != Leg.SECOND) {
        bell.ring(() -> remember(passage, at));
      }
    }

    @Override
    public void remarks(String what) {
      transcript.remark(sender, what);
    }
  }

  private void remember(Passage passage, Duration at) {
    String id = passage.arrival().frame().id();
    if (byId.size() < MOST_IDS || byId.containsKey(id)) {
      byId.merge(id, 1, Integer::sum);
    }
    if (passages.size() < KEPT) {
      passages.add(passage);
      times.put(passage.number(), at);
    }
  }
}
