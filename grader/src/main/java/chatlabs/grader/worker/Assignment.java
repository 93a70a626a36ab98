package chatlabs.grader.worker;

import chatlabs.grader.launch.Tier;
import java.util.List;

/**
 * What a worker is told at its start.
 *
 * @param kit the kit's folder
 * @param lab the id of the lab
 * @param checks the ids of the checks to run
 * @param seed of names, texts and order
 * @param tier how hand-ins are held
 * @param runtime the folder of what their JVMs start from
 * @param work a folder for class files; the caller's to delete
 */
public record Assignment(
    String kit,
    String lab,
    List<String> checks,
    long seed,
    Tier tier,
    String runtime,
    String work) {
  public Assignment {
    checks = List.copyOf(checks);
  }
}
