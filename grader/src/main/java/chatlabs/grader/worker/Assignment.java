package chatlabs.grader.worker;

import chatlabs.grader.launch.Tier;
import java.util.List;

/**
 * What a worker is told at its start.
 *
 * @param kit the kit's folder
 * @param lab the id of the lab
 * @param checks the ids of the checks to run
 * @param command the words of the command that hand-ins are run with; empty for those in Java
 * @param tier how hand-ins are held
 * @param runtime the folder of what their JVMs start from
 * @param work a folder for class files; the caller's to delete
 */
public record Assignment(
    String kit,
    String lab,
    List<String> checks,
    List<String> command,
    Tier tier,
    String runtime,
    String work) {
  public Assignment {
    checks = List.copyOf(checks);
    command = List.copyOf(command);
  }
}
