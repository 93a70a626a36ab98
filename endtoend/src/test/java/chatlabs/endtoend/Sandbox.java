package chatlabs.endtoend;

import java.util.Locale;
import java.util.Set;

/** What hand-ins are held by in one run of the red team, and who grades. */
enum Sandbox {
  /** Behind walls; whoever runs the tests grades. */
  STRICT("strict", false),
  /** Behind walls; an ordinary user grades, though root runs the tests. */
  STRICT_OF_AN_ORDINARY_USER("strict", true),
  /** Without walls; whoever runs the tests grades. */
  BASIC("basic", false),
  /** Without walls; an ordinary user grades, though root runs the tests. */
  BASIC_OF_AN_ORDINARY_USER("basic", true),
  /** Nothing is held. */
  NONE("none", false);

  private final String option;
  private final boolean ordinary;

  Sandbox(String option, boolean ordinary) {
    this.option = option.toLowerCase(Locale.ROOT);
    this.ordinary = ordinary;
  }

  /** As {@code --sandbox} takes it. */
  String option() {
    return option;
  }

  /** Who the grader is. */
  Somebody grader() {
    return ordinary ? Somebody.ORDINARY : Somebody.SELF;
  }

  /** What an attack may achieve in it. */
  Set<Breach> conceded(Attack attack) {
    return switch (this) {
      case STRICT, STRICT_OF_AN_ORDINARY_USER -> Set.of();
      case BASIC -> Somebody.isRoot() ? attack.root() : attack.basic();
      case BASIC_OF_AN_ORDINARY_USER -> attack.basic();
      case NONE -> attack.none();
    };
  }
}
