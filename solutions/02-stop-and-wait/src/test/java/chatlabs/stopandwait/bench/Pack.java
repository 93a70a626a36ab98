package chatlabs.stopandwait.bench;

import chatlabs.grader.channel.Arrival;
import chatlabs.grader.channel.Fate;
import chatlabs.grader.channel.Fates;
import chatlabs.grader.channel.Way;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * Losses dealt from a shuffled pack, for each direction its own: which datagrams are lost is
 * chance, but how many is not, so that short transfers come near what is expected.
 */
final class Pack implements Fates {
  private static final int STEP = 5; // percent, of which a pack of 20 has a whole number of cards

  private final int size;
  private final int lost;
  private final Fate passes;
  private final Random random;
  private final Map<Way, Queue<Fate>> dealt = new EnumMap<>(Way.class);

  /**
   * A pack.
   *
   * @param percent how many of a hundred are lost
   * @param frameTime how much longer a frame takes than an acknowledgement
   */
  Pack(int percent, Duration frameTime, Random random) {
    this.size = percent % STEP == 0 ? 100 / STEP : 100;
    this.lost = percent * size / 100;
    this.passes = Fate.delayed(frameTime);
    this.random = random;
    for (var way : Way.values()) {
      dealt.put(way, new ArrayDeque<>());
    }
  }

  @Override
  public Fate of(Arrival arrival) {
    var pack = dealt.get(arrival.way());
    if (pack.isEmpty()) {
      var cards = new ArrayList<>(Collections.nCopies(size - lost, Fate.PASS));
      cards.addAll(Collections.nCopies(lost, Fate.LOST));
      Collections.shuffle(cards, random);
      pack.addAll(cards);
    }
    var fate = pack.remove();
    return fate.lost() || arrival.way() == Way.BACK ? fate : passes;
  }
}
