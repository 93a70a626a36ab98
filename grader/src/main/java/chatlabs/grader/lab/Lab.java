package chatlabs.grader.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One lab: what its {@code lab.properties} says, and where its parts are.
 *
 * @param id the folder's name: {@code 01-echo}
 * @param number the number it is asked for by, 1 or more
 * @param title one line for people
 * @param roles the classes that a hand-in must offer, in the order of {@code lab.properties}
 * @param server the role with {@code main(port)}: the one that can be served or replaced by a
 *     command
 * @param port the port that the protocol page suggests; 1 to 65535
 * @param bench the class of the lab's own benchmark, with its package, among the hidden checks'
 *     classes; most labs have none
 * @param frame how its datagrams are to be read, field by field; labs without datagrams have none
 * @param folder what students get: {@code labs/01-echo}
 * @param solution what they do not get: {@code solutions/01-echo}; it may be missing
 */
public record Lab(
    String id,
    int number,
    String title,
    List<Role> roles,
    Role server,
    int port,
    Optional<String> bench,
    Optional<String> frame,
    Path folder,
    Path solution) {

  public Lab {
    roles = List.copyOf(roles);
  }

  /** The package that all roles are in. */
  public String packageName() {
    return server.packageName();
  }

  /** The names of the classes that a hand-in must offer, with their package. */
  public List<String> classNames() {
    return roles.stream().map(Role::className).toList();
  }

  /** The root of the starter's sources. */
  public Path starterSources() {
    return folder.resolve("src/main/java");
  }

  /** The root of the reference solution's sources. */
  public Path solutionSources() {
    return solution.resolve("src/main/java");
  }

  /** The folder of the compiled public checks; it is there once the lab was built. */
  public Path publicChecks() {
    return folder.resolve("target/test-classes");
  }

  /** The folder of the compiled hidden checks; it is there once the solution was built. */
  public Path hiddenChecks() {
    return solution.resolve("target/test-classes");
  }

  /** The folder of the faults, one patch each; it may be missing. */
  public Path faults() {
    return solution.resolve("faults");
  }

  /** The folder of the unusual but correct solutions, one folder each; it may be missing. */
  public Path unusual() {
    return solution.resolve("unusual");
  }
}
