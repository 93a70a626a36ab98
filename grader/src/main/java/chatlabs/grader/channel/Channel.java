package chatlabs.grader.channel;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.wire.FrameReader;
import chatlabs.grader.wire.Marker;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A UDP relay that stands before one program, and decides the fate of each datagram that others
 * send to that program through it, and of each answer. To the program each of the others has an
 * address of its own; to them, all answers come from the channel's.
 *
 * <p>Each socket has a reader, and there is a clock for what is delayed: daemon threads named {@code
 * wire-channel-…}. What is held or delayed has room for 64 MiB; beyond that it is lost. All methods may be called from any thread, at any time.
 */
public final class Channel implements AutoCloseable {
  private static final int MOST_CLIENTS = 256;

  /** What may be on its way, in bytes, each datagram counted with what it costs itself: 64 MiB. */
  private static final long ROOM = 64L << 20;

  private static final int COST = 500;

  private final FrameReader reader;
  private final Viewer viewer;
  private final InetSocketAddress target;
  private final Port front;
  private final Clock clock = new Clock(this::resume);
  private final Marker marker = new Marker();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<SocketAddress, Port> clients = new HashMap<>();
  private final Count forth = new Count(Way.FORTH);
  private final Count back = new Count(Way.BACK);
  private final List<Load> held = new ArrayList<>();
  private Fates fates = Fates.PASS;
  private Duration delay = Duration.ZERO;
  private boolean cut;
  private boolean closed;
  private long passages;
  private long underway;

  /**
   * Opens a channel before a program.
   *
   * @param at where it takes datagrams; port 0 is any free one
   * @param target where the program listens
   * @param reader tells what datagrams are
   * @param viewer is told what the channel does
   * @throws IOException when that port is taken
   */
  public Channel(InetSocketAddress at, InetSocketAddress target, FrameReader reader, Viewer viewer)
      throws IOException {
    this.target = target;
    this.reader = reader;
    this.viewer = viewer;
    this.front = new Port("front", at, marker, packet -> arriveFromClient(packet));
    front.start();
  }

  /** The port that others send to. */
  public int port() {
    return front.number();
  }

  /** Where others on this machine send to. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
  }

  /** From now on these decide. */
  public void fates(Fates newFates) {
    locked(() -> fates = newFates);
  }

  /**
   * How long each datagram takes from now on, in either direction. Those on their way keep their
   * time, so a later one may overtake them.
   */
  public void delay(Duration oneWay) {
    locked(() -> delay = oneWay);
  }

  /** Cuts the line: all that comes from now on is lost, until it is mended. */
  public void cut() {
    locked(() -> cut = true);
  }

  /** Mends the line. */
  public void mend() {
    locked(() -> cut = false);
  }

  /** Lets all that is held arrive now, in the order in which it came; says how many there were. */
  public int release() {
    lock.lock();
    try {
      var all = List.copyOf(held);
      held.clear();
      all.forEach(this::arriveLate);
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether a datagram that comes can be of this kind. */
  boolean knows(String kind) {
    return reader.knows(kind);
  }

  /** How many datagrams are held now. */
  public int holding() {
    lock.lock();
    try {
      return held.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all that was sent to the channel before this call has met its fate, and all that
   * was delayed has arrived; what is held stays so.
   *
   * @param goOn is asked again and again whether to wait any longer; it may throw
   * @return whether that came to pass
   */
  public boolean settle(BooleanSupplier goOn) {
    for (var port : ports()) {
      if (!port.settle(goOn)) {
        return false;
      }
    }
    return clock.settle(goOn);
  }

  /** Takes nothing more, and frees its port. What was on its way is lost. */
  @Override
  public void close() {
    var all = ports();
    locked(() -> closed = true);
    clock.close();
    all.forEach(Port::close);
    ports().forEach(Port::close); // one that was opened meanwhile
  }

  /** Those that have sent something to the channel, and get the answers. */
  List<SocketAddress> clients() {
    lock.lock();
    try {
      return List.copyOf(clients.keySet());
    } finally {
      lock.unlock();
    }
  }

  private List<Port> ports() {
    lock.lock();
    try {
      var all = new ArrayList<Port>(clients.values());
      all.add(front);
      return all;
    } finally {
      lock.unlock();
    }
  }

  private void arriveFromClient(DatagramPacket packet) {
    locked(
        () -> {
          var upstream = clientAt(packet.getSocketAddress());
          if (upstream != null) {
            arrive(Way.FORTH, packet, upstream, target);
          }
        });
  }

  /** The socket through which the program knows this client. */
  private @Nullable Port clientAt(SocketAddress client) {
    var known = clients.get(client);
    if (known != null || closed) {
      return known;
    }
    if (clients.size() == MOST_CLIENTS) {
      viewer.remarks("more than " + MOST_CLIENTS + " senders: what " + client + " sends is lost");
      return null;
    }
    try {
      var upstream =
          new Port(
              "client-" + (clients.size() + 1),
              new InetSocketAddress(
                  target.getAddress().isLoopbackAddress() ? target.getAddress() : null, 0),
              marker,
              packet -> locked(() -> arrive(Way.BACK, packet, front, client)));
      clients.put(client, upstream);
      upstream.start();
      return upstream;
    } catch (IOException trouble) {
      viewer.remarks("no socket for " + client + ": " + trouble.getMessage());
      return null;
    }
  }

  private void arrive(Way way, DatagramPacket packet, Port out, SocketAddress to) {
    if (way == Way.BACK && !packet.getSocketAddress().equals(target)) {
      return; // a stranger's: the client would take it for the program's
    }
    byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    var arrival = (way == Way.FORTH ? forth : back).arrival(reader.read(bytes), bytes.length);
    var fate = cut || underway > ROOM ? Fate.LOST : fates.of(arrival);
    var passage = new Passage(++passages, System.nanoTime(), arrival, fate);
    var load = new Load(passage, fate.lost() ? bytes : fate.applied(bytes), out, to);
    var wait = delay.plus(fate.delay());
    if (fate.lost()) {
      viewer.sees(passage, Leg.FIRST);
    } else if (!fate.heldUntil().isEmpty()) {
      held.add(load);
      underway += COST + bytes.length;
      viewer.sees(passage, Leg.FIRST);
    } else if (wait.isPositive()) {
      underway += COST + bytes.length;
      viewer.sees(passage, Leg.FIRST);
      clock.add(passage.nanos() + wait.toNanos(), load);
    } else {
      viewer.sees(passage, Leg.WHOLE);
      send(load);
    }
  }

  /** On the clock's thread. */
  private void resume(Load load) {
    locked(() -> arriveLate(load));
  }

  private void arriveLate(Load load) {
    underway -= COST + load.passage().arrival().length();
    if (!closed) {
      viewer.sees(load.passage(), Leg.SECOND);
      send(load);
    }
  }

  private void send(Load load) {
    try {
      for (int copy = 0; copy < load.passage().fate().copies(); copy++) {
        load.out().send(load.bytes(), load.to());
      }
    } catch (IOException trouble) {
      if (!closed) {
        viewer.remarks("cannot send to " + load.to() + ": " + trouble.getMessage());
      }
    }
    releaseAfter(load.passage());
  }

  private void releaseAfter(Passage passed) {
    var free = new ArrayList<Load>();
    for (Iterator<Load> each = held.iterator(); each.hasNext(); ) {
      var load = each.next();
      if (waitsFor(load.passage(), passed)) {
        each.remove();
        free.add(load);
      }
    }
    free.forEach(this::arriveLate);
  }

  private static boolean waitsFor(Passage held, Passage passed) {
    String until = held.fate().heldUntil();
    return until.equals(Fate.NEXT)
        ? passed.arrival().way() == held.arrival().way()
        : passed.arrival().frame().id().equals(until);
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
