package chatlabs.grader.host;

/** Wants to be started in the place of the host. */
public final class HostMain {
  public static void main(String[] arguments) {}
}
