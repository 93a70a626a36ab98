package chatlabs.endtoend;

/** How a hand-in can get past the walls, as it is seen from outside. */
enum Breach {
  /** What it was not to read is in its replies. */
  READS,
  /** A file is where it was not to write. */
  WRITES,
  /** It has been heard outside of its network. */
  NETWORK,
  /** A process that is not its own has ended. */
  SIGNALS,
  /** A process of its own is there after its end. */
  SURVIVES,
  /** Its processes have held more memory than they may. */
  MEMORY,
  /** Its files have taken more room than they may. */
  DISK,
  /** It earns what it has not done. */
  EARNS,
  /** It fails for what others do. */
  SUFFERS
}
