package chatlabs.grader.channel;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Changes a running channel as somebody asks for in words: {@code loss 50%}, {@code lose A 3}. */
public final class Orders {
  /** All orders, one a line. */
  public static final String HELP =
      """
      loss 20%     double 5%     damage 1%     how likely that is from now on
      delay 30ms   jitter 5ms                  how long each takes, and a random part beside it
      lose next    double next   damage next   hold next       what happens to the next frame
      lose next 3                              to the next three
      lose A       lose A 3                    to the next of this kind, or with this number too
      release                                  lets arrive what is held
      cut          mend                        nothing passes; everything does again
      forget                                   forgets what was to happen to frames that have not come
      sums         help          end           Ctrl-C ends it too
      """;

  private static final Fate DAMAGED = Fate.damaged(new Damage("damaged", Damage.bit(0).change()));

  private static final int MOST = 1_000_000;
  private static final Pattern AMOUNT = Pattern.compile("[\\d.].*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

  private final Channel channel;
  private final Script script;
  private final Chance chance;
  private final Sums sums;

  /** Orders for this channel, whose fates are these rules, and for all else this chance. */
  public Orders(Channel channel, Script script, Chance chance, Sums sums) {
    this.channel = channel;
    this.script = script;
    this.chance = chance;
    this.sums = sums;
  }

  /**
   * Does what the line says, and gives back what to tell whoever typed it.
   *
   * @throws IllegalArgumentException when it is no order; the message says why
   */
  public String follow(String line) {
    var words = Arrays.stream(line.strip().split("\\s+")).toList();
    String order = words.getFirst().toLowerCase(Locale.ROOT);
    var rest = words.subList(1, words.size());
    return switch (order) {
      case "" -> "";
      case "loss" -> rates("loss", rest, r -> rate -> r.withLoss(rate));
      case "jitter" -> jitter(time(order, rest));
      case "delay" -> delay(time(order, rest));
      case "lose" -> happens(rest, Fate.LOST);
      case "hold" -> happens(rest, Fate.heldUntil(Fate.NEXT));
      case "double" ->
          isAmount(rest)
              ? rates("double", rest, r -> rate -> r.withDoubling(rate))
              : happens(rest, Fate.DOUBLED);
      case "damage" ->
          isAmount(rest)
              ? rates("damage", rest, r -> rate -> r.withDamage(rate))
              : happens(rest, DAMAGED);
      default -> alone(order, rest);
    };
  }

  private String alone(String order, List<String> rest) {
    if (!rest.isEmpty()) {
      throw unknown(order + " " + String.join(" ", rest));
    }
    switch (order) {
      case "cut" -> channel.cut();
      case "mend" -> channel.mend();
      case "forget" -> script.clear();
      case "release" -> {
        return "released: " + channel.release();
      }
      case "sums" -> {
        return sums.table();
      }
      case "help" -> {
        return HELP.stripTrailing();
      }
      default -> throw unknown(order);
    }
    return switch (order) {
      case "cut" -> "the line is cut: all that comes is lost";
      case "mend" -> "the line is whole again";
      default -> "nothing special will happen to the next frames";
    };
  }

  private static boolean isAmount(List<String> rest) {
    return !rest.isEmpty() && AMOUNT.matcher(rest.getFirst()).matches();
  }

  /** Changes one of the rates. */
  private interface Change {
    DoubleFunction<Rates> of(Rates rates);
  }

  private String rates(String what, List<String> rest, Change change) {
    double rate = Amounts.rate(only(what + " 20%", rest));
    chance.rates(change.of(chance.rates()).apply(rate));
    return what + " " + Amounts.shown(rate);
  }

  private String jitter(Duration time) {
    chance.rates(chance.rates().withJitter(time));
    return "jitter " + Amounts.shown(time);
  }

  private String delay(Duration time) {
    channel.delay(time);
    return "delay " + Amounts.shown(time);
  }

  private static Duration time(String what, List<String> rest) {
    return Amounts.time(only(what + " 30ms", rest));
  }

  private static String only(String example, List<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("say how much: " + example);
    }
    return String.join("", rest);
  }

  private String happens(List<String> target, Fate fate) {
    if (target.isEmpty()) {
      throw new IllegalArgumentException("say which: next, next 3, A, or A 3");
    }
    boolean next = target.getFirst().equalsIgnoreCase("next");
    boolean known = next || channel.knows(target.getFirst());
    boolean counted = target.size() == 1 || NUMBER.matcher(target.get(1)).matches();
    if (!known || !counted || target.size() > 2) {
      throw new IllegalArgumentException(
          "'" + String.join(" ", target) + "' is no frame: say next, next 3, A, or A 3");
    }
    if (next) {
      int times = target.size() == 2 ? Math.min(MOST, Integer.parseInt(target.get(1))) : 1;
      script.next(times, frame -> true, fate);
      return times == 1
          ? "the next frame will be " + fate.words()
          : "the next " + times + " frames will be " + fate.words();
    }
    String id = String.join(" ", target);
    script.next(1, named(id, target.size() == 2), fate);
    return "the next " + id + " will be " + fate.words();
  }

  private static Predicate<Arrival> named(String id, boolean numbered) {
    UnaryOperator<String> plain = text -> text.toUpperCase(Locale.ROOT);
    return arrival -> {
      var frame = arrival.frame();
      return plain.apply(numbered ? frame.id() : frame.kind()).equals(plain.apply(id));
    };
  }

  private static IllegalArgumentException unknown(String order) {
    return new IllegalArgumentException("'" + order + "' is no order; try help");
  }
}
