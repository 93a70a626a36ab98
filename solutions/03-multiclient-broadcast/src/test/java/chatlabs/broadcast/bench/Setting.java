package chatlabs.broadcast.bench;

/**
 * What all servers are measured in.
 *
 * @param users in the room, all of whom read
 * @param length of each text, in bytes
 * @param stalled whether one more user is there who never reads
 */
record Setting(int users, int length, boolean stalled) {
  Setting withStalled() {
    return new Setting(users, length, true);
  }
}
