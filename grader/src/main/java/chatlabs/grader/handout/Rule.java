package chatlabs.grader.handout;

import java.util.List;

/** One thing that must hold for every page. */
interface Rule {
  /** What does not hold in this page; may read other files. */
  List<Problem> check(Page page);
}
